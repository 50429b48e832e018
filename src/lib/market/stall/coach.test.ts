import { describe, expect, test } from 'vitest';
import { judge, JUDGED_PX, measure, type Pixels, type Verdict } from './coach';

const SIZE = JUDGED_PX;
type Paint = (x: number, y: number) => number;

function picture(paint: Paint, width = SIZE, height = SIZE): Pixels {
	const data = new Uint8ClampedArray(4 * width * height);
	for (let y = 0; y < height; y++)
		for (let x = 0; x < width; x++)
			data.set([paint(x, y), paint(x, y), paint(x, y), 255], 4 * (y * width + x));
	return { data, width, height };
}

/** Grain as a phone's camera has it; the same at every run. */
const grain: Paint = (x, y) => ((x * 73 + y * 151 + ((x * y) % 17) * 31) % 9) - 4;
const isThing = (x: number, y: number) => Math.abs(x - SIZE / 2) < 70 && Math.abs(y - SIZE / 2) < 70;
/** Brocade: stripes and diamonds on a plain cloth. */
const pattern: Paint = (x, y) => (((x >> 3) + (y >> 3)) % 2 ? 60 : 190);
const onCloth: Paint = (x, y) => (isThing(x, y) ? pattern(x, y) : 170) + grain(x, y);
const blurred =
	(paint: Paint, radius: number): Paint =>
	(x, y) => {
		let [sum, count] = [0, 0];
		for (let dy = -radius; dy <= radius; dy += 2)
			for (let dx = -radius; dx <= radius; dx += 2) {
				sum += paint(x + dx, y + dy);
				count++;
			}
		return sum / count;
	};
const onShelf: Paint = (x, y) =>
	isThing(x, y) ? pattern(x, y) : ((x * 7 + (y >> 4) * 29) % 23 < 9 ? 40 : 200) + grain(x, y);

describe('the coach', () => {
	test.each<[string, Paint, Verdict]>([
		['brocade on a plain cloth', onCloth, 'good'],
		[
			'the same on a dark cloth in good light',
			(x, y) => (isThing(x, y) ? 200 : 90) + pattern(x, y) / 8 + grain(x, y),
			'good'
		],
		['the same without a lamp', (x, y) => onCloth(x, y) / 5, 'dark'],
		['a lens under a thumb', (x, y) => 8 + grain(x, y), 'dark'],
		['against the sky', (x, y) => (y < SIZE * 0.4 ? 255 : onCloth(x, y)), 'bright'],
		['burnt out', (x, y) => 252 + grain(x, y) / 2, 'bright'],
		['a shaken hand', blurred(onCloth, 12), 'blurred'],
		['a plain wall', () => 150, 'blurred'],
		['in front of a full shelf', onShelf, 'cluttered']
	])('%s: %s', (_, paint, verdict) => expect(judge(measure(picture(paint)))).toBe(verdict));

	test('measures a picture of any form, also one pixel', () => {
		expect(judge(measure(picture(() => 120, 1, 1)))).toBe('blurred');
		expect(measure(picture(onCloth, 256, 40)).light).toBeGreaterThan(100);
	});
});
