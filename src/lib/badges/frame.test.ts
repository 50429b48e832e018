import { expect, test } from 'vitest';
import { drawFrame } from './frame';

test('the frame has sixteen finished diamonds and an open middle', () => {
	const { size, edge, inside } = drawFrame();
	// Ring 2 of a stepped diamond has eight squares.
	expect(inside.match(/M/g)).toHaveLength(16 * 8);
	const middle = size / 2;
	const nearMiddle = [...edge.matchAll(/M(\d+) (\d+)/g)].filter(
		([, x, y]) => Math.abs(Number(x) - middle) < 8 && Math.abs(Number(y) - middle) < 8
	);
	expect(nearMiddle).toEqual([]);
});
