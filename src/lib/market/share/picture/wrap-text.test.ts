import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { fitText, type Measure } from './wrap-text';

/** Every sign as wide as half its height. */
const measure: Measure = (text, size) => [...text].length * size * 0.5;
const room = { width: 500, maxLines: 2, sizes: [64, 52, 40] };

describe('a name on a picture', () => {
	test('stands as large as it can', () =>
		expect(fitText('Mật ong', room, measure)).toEqual({ size: 64, lines: ['Mật ong'] }));
	test('is wrapped between words', () =>
		expect(fitText('Mật ong bạc hà Nà Chang', room, measure)).toEqual({
			size: 64,
			lines: ['Mật ong bạc hà', 'Nà Chang']
		}));
	test('is set smaller before it is cut', () => {
		const { size, lines } = fitText('Khăn thổ cẩm dệt tay nhuộm chàm Xuân Dương', room, measure);
		expect(size).toBe(40);
		expect(lines.join(' ')).toBe('Khăn thổ cẩm dệt tay nhuộm chàm Xuân Dương');
	});
	test('is cut with a sign that says so', () => {
		const { lines } = fitText('rất dài '.repeat(20), room, measure);
		expect(lines).toHaveLength(2);
		expect(lines[1]).toMatch(/…$/);
	});
	test('has composed letters', () =>
		expect(fitText('Ẵ Ỗ Ự'.normalize('NFD'), room, measure).lines).toEqual(['Ẵ Ỗ Ự'.normalize('NFC')]));
	test('of one word without end is broken', () => {
		const { lines } = fitText('a'.repeat(40), room, measure);
		expect(lines).toEqual(['a'.repeat(25), 'a'.repeat(15)]);
	});
	test('of nothing has no line', () => expect(fitText('  ', room, measure).lines).toEqual([]));
});

property.prop([fc.string({ maxLength: 200 })])('no line is wider than its room', (text) => {
	const { size, lines } = fitText(text, room, measure);
	expect(lines.length).toBeLessThanOrEqual(2);
	for (const line of lines) expect(measure(line, size)).toBeLessThanOrEqual(room.width);
});
