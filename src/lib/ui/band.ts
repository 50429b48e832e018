export type BandState = 'none' | 'begun' | 'done';
export type Diamond = { state: BandState; edge: string; inside: string };
export type BandDrawing = { width: number; height: number; threads: string; diamonds: Diamond[] };

/** Squares of a diamond along one side. */
const SIDE = 7;
const MIDDLE = (SIDE - 1) / 2;
/** A diamond and the gap to the next. */
export const PITCH = 8;
/** Thread, gap, diamond, gap, thread. */
const HEIGHT = SIDE + 4;

/**
 * The woven band, in squares of 1 x 1: a stepped diamond for each state between two threads. Numbers in, paths
 * out; the colours belong to Band.svelte. The squares of a diamond lie in rings around its open middle: the
 * rings 1 and 3 (`edge`) carry the course's colour, the ring 2 (`inside`) is filled with gold when it is done.
 */
export function drawBand(states: readonly BandState[]): BandDrawing {
	const width = Math.max(1, states.length) * PITCH;
	return {
		width,
		height: HEIGHT,
		threads: `M0 0h${width}v1h-${width}zM0 ${HEIGHT - 1}h${width}v1h-${width}z`,
		diamonds: states.map((state, index) => drawDiamond(state, index * PITCH + (PITCH - SIDE) / 2, 2))
	};
}

/** One diamond with its upper left corner at (x, y). */
export function drawDiamond(state: BandState, x: number, y: number): Diamond {
	const rings = state === 'none' ? [3] : [1, 3];
	return {
		state,
		edge: rings.map((ring) => squaresOf(ring, x, y)).join(''),
		inside: state === 'none' ? '' : squaresOf(2, x, y)
	};
}

/** The squares whose distance to the middle, in steps up, down and sideways, is `ring`. */
function squaresOf(ring: number, x: number, y: number): string {
	let path = '';
	for (let row = 0; row < SIDE; row++)
		for (let column = 0; column < SIDE; column++)
			if (Math.abs(row - MIDDLE) + Math.abs(column - MIDDLE) === ring)
				path += `M${x + column} ${y + row}h1v1h-1z`;
	return path;
}
