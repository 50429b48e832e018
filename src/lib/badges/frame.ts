import { drawDiamond, PITCH } from '$lib/ui/band';

/** Diamonds along one side of a badge's frame. */
const PER_SIDE = 5;

/** The woven band closed into a square: finished diamonds all around, as two paths (thread and gold). */
export function drawFrame(): { size: number; edge: string; inside: string } {
	const places = [];
	for (let row = 0; row < PER_SIDE; row++)
		for (let column = 0; column < PER_SIDE; column++)
			if ([0, PER_SIDE - 1].includes(row) || [0, PER_SIDE - 1].includes(column)) places.push({ row, column });
	const diamonds = places.map(({ row, column }) => drawDiamond('done', column * PITCH, row * PITCH));
	return {
		size: PER_SIDE * PITCH - 1,
		edge: diamonds.map((diamond) => diamond.edge).join(''),
		inside: diamonds.map((diamond) => diamond.inside).join('')
	};
}
