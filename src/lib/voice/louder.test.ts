import { expect, test } from 'vitest';
import { bentCurve } from './louder';

const curve = bentCurve();
const at = (x: number) => curve[Math.round(((x + 1) / 2) * (curve.length - 1))] as number;

test('what is quiet stays as it is', () => {
	for (const x of [0, 0.25, -0.5]) expect(at(x)).toBeCloseTo(x, 2);
});
test('nothing reaches full scale, and louder in is never quieter out', () => {
	expect(Math.max(...curve.map(Math.abs))).toBeLessThan(0.98);
	for (let i = 1; i < curve.length; i++) expect(curve[i]).toBeGreaterThanOrEqual(curve[i - 1] as number);
});
