import { describe, expect, test } from 'vitest';
import { layoutOf, SHAPES, type Box } from './shapes';

const apart = (a: Box, b: Box) =>
	a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;

describe.each(SHAPES)('a %s', (shape) => {
	test.each([true, false])('with a code: %s, has room for everything', (hasCode) => {
		const layout = layoutOf(shape, hasCode);
		const { photo, text, band, code } = layout;
		const boxes = [photo, text, band, ...(code ? [code] : [])];
		for (const { x, y, width, height } of boxes) {
			expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
			expect(x + width).toBeLessThanOrEqual(layout.width);
			expect(y + height).toBeLessThanOrEqual(layout.height);
			expect(Math.min(width, height)).toBeGreaterThan(0);
		}
		for (const [n, one] of boxes.entries())
			for (const other of boxes.slice(n + 1)) expect(apart(one, other)).toBe(true);
		expect(code !== null).toBe(hasCode);
	});
});

test('the sizes are those that the apps show whole', () => {
	const size = (shape: (typeof SHAPES)[number]) => {
		const { width, height } = layoutOf(shape, true);
		return [width, height];
	};
	expect(size('square')).toEqual([1080, 1080]);
	expect(size('story')).toEqual([1080, 1920]);
	const [width = 1, height = 1] = size('poster');
	expect(height / width, 'A4').toBeCloseTo(297 / 210, 2);
});

test('nothing to read or scan lies under the buttons of a story', () => {
	const { text, code } = layoutOf('story', true);
	for (const { y, height } of [text, code!]) {
		expect(y).toBeGreaterThanOrEqual(250);
		expect(y + height).toBeLessThanOrEqual(1920 - 340);
	}
});
