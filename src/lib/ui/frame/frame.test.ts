import { describe, expect, test } from 'vitest';
import { drawDiamond } from '../band';
import { MOTIFS } from '../../domain/pattern';
import { drawFrame } from './frame';
import { drawMotif } from './motifs';

/** The squares that a path of runs covers, as "x y". */
function squares(path: string): string[] {
	return [...path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)]
		.flatMap(([, x, y, length]) => Array.from({ length: Number(length) }, (_, n) => `${Number(x) + n} ${y}`))
		.sort();
}
const rest = (path: string) => path.replaceAll(/M\d+ \d+h(\d+)v1h-\1z/g, '');

test('the usual motif is the finished diamond of the band', () => {
	const [motif, diamond] = [drawMotif('diamond', 3, 4), drawDiamond('done', 3, 4)];
	expect(squares(motif.edge)).toEqual(squares(diamond.edge));
	expect(squares(motif.inside)).toEqual(squares(diamond.inside));
});

describe.each(MOTIFS)('a frame of %s', (motif) => {
	const { size, edge, inside } = drawFrame(motif);
	const all = [...squares(edge), ...squares(inside)];

	test('is sixteen times the same, no square twice, and all of it is drawn', () => {
		expect(all.length % 16).toBe(0);
		expect(new Set(all).size).toBe(all.length);
		expect(rest(edge) + rest(inside)).toBe('');
		expect(squares(inside).length).toBeGreaterThan(0);
	});

	test('lies within its square and leaves the middle open', () => {
		for (const square of all) {
			const [x = 0, y = 0] = square.split(' ').map(Number);
			expect(Math.max(x, y)).toBeLessThan(size);
			expect(Math.max(Math.abs(x + 0.5 - size / 2), Math.abs(y + 0.5 - size / 2))).toBeGreaterThan(11);
		}
	});
});

test('no two motifs look the same', () => {
	const drawn = MOTIFS.map((motif) => JSON.stringify(drawMotif(motif, 0, 0)));
	expect(new Set(drawn).size).toBe(MOTIFS.length);
});
