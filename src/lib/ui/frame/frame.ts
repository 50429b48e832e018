import { PITCH } from '../band';
import type { Pattern } from '../../domain/pattern';
import { drawMotif } from './motifs';

/** Motifs along one side of a badge's frame. */
const PER_SIDE = 5;
/** A frame's side, in squares of 1 x 1. */
export const FRAME_SIZE = PER_SIDE * PITCH - 1;

const isEdge = (n: number) => n === 0 || n === PER_SIDE - 1;
/** Upper left corners of the sixteen motifs. */
export const FRAME_PLACES = Array.from({ length: PER_SIDE ** 2 }, (_, n) => ({
	row: Math.floor(n / PER_SIDE),
	column: n % PER_SIDE
}))
	.filter(({ row, column }) => isEdge(row) || isEdge(column))
	.map(({ row, column }) => ({ x: column * PITCH, y: row * PITCH }));

/** The woven band closed into a square: one motif all around, as two paths (thread and inlay). */
export function drawFrame(motif: Pattern['motif'] = 'diamond'): {
	size: number;
	edge: string;
	inside: string;
} {
	const motifs = FRAME_PLACES.map(({ x, y }) => drawMotif(motif, x, y));
	return {
		size: FRAME_SIZE,
		edge: motifs.map((one) => one.edge).join(''),
		inside: motifs.map((one) => one.inside).join('')
	};
}
