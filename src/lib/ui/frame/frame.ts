import { PITCH } from '../band';
import type { Pattern } from '../../domain/pattern';
import { drawMotif } from './motifs';

/** Motifs along one side of a badge's frame. */
const PER_SIDE = 5;

/** The woven band closed into a square: one motif all around, as two paths (thread and inlay). */
export function drawFrame(motif: Pattern['motif'] = 'diamond'): {
	size: number;
	edge: string;
	inside: string;
} {
	const places = [];
	for (let row = 0; row < PER_SIDE; row++)
		for (let column = 0; column < PER_SIDE; column++)
			if ([0, PER_SIDE - 1].includes(row) || [0, PER_SIDE - 1].includes(column)) places.push({ row, column });
	const motifs = places.map(({ row, column }) => drawMotif(motif, column * PITCH, row * PITCH));
	return {
		size: PER_SIDE * PITCH - 1,
		edge: motifs.map((one) => one.edge).join(''),
		inside: motifs.map((one) => one.inside).join('')
	};
}
