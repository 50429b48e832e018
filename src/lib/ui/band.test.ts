import { describe, expect, test } from 'vitest';
import { drawBand, drawDiamond, PITCH } from './band';

const squares = (path: string) => (path.match(/M/g) ?? []).length;

describe('the woven band', () => {
	test.each([
		{ says: 'not begun is a pale outline of 12 squares', state: 'none', edge: 12, inside: 0 },
		{ says: 'begun has its colour and an empty inside', state: 'begun', edge: 16, inside: 8 },
		{ says: 'done is filled inside', state: 'done', edge: 16, inside: 8 }
	] as const)('$says', ({ state, edge, inside }) => {
		const diamond = drawDiamond(state, 0, 0);
		expect(squares(diamond.edge)).toBe(edge);
		expect(squares(diamond.inside)).toBe(inside);
	});

	test('it grows by one pitch for each lesson and keeps its height', () => {
		const four = drawBand(['done', 'done', 'begun', 'none']);
		expect(four.width).toBe(4 * PITCH);
		expect(four.height).toBe(drawBand(['none']).height);
		expect(four.diamonds.map((d) => d.state)).toEqual(['done', 'done', 'begun', 'none']);
	});

	test('no lesson at all still has two threads and no diamond', () => {
		expect(drawBand([])).toMatchObject({ width: PITCH, diamonds: [] });
	});

	test('every square lies inside the band', () => {
		const band = drawBand(['done', 'done', 'done']);
		for (const diamond of band.diamonds)
			for (const [, x, y] of (diamond.edge + diamond.inside).matchAll(/M([\d.]+) ([\d.]+)/g)) {
				expect(Number(x)).toBeGreaterThanOrEqual(0);
				expect(Number(x) + 1).toBeLessThanOrEqual(band.width);
				expect(Number(y)).toBeGreaterThanOrEqual(2);
				expect(Number(y) + 1).toBeLessThanOrEqual(band.height - 2);
			}
	});
});
