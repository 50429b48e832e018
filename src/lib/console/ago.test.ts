import { describe, expect, test } from 'vitest';
import { ago, DAY_MS, dateOf, dayAgo, timeOfDay } from './ago';
import { Words } from './words';

const words = new Words('vi');
const at = (text: string) => Date.parse(`${text}+07:00`);
const now = at('2026-11-24T07:32:00');

describe('how long ago', () => {
	test.each([
		{ when: '2026-11-24T07:31:40', says: 'vừa xong' },
		{ when: '2026-11-24T07:30:00', says: '2 phút trước' },
		{ when: '2026-11-24T00:10:00', says: 'hôm nay' },
		{ when: '2026-11-23T23:50:00', says: 'hôm qua' },
		{ when: '2026-11-15T12:00:00', says: '9 ngày trước' },
		{ when: '2026-11-24T09:00:00', says: 'vừa xong' }
	])('$when is "$says"', ({ when, says }) => expect(ago(at(when), now, words)).toBe(says));

	test('never is said, not left empty', () => {
		expect(ago(null, now, words)).toBe('chưa lần nào');
		expect(dayAgo(null, now, words)).toBe('chưa lần nào');
	});
	test('a day counts by the calendar of the village, whatever zone the server is in', () => {
		expect(dayAgo(at('2026-11-23T23:59:00'), at('2026-11-24T00:01:00'), words)).toBe('hôm qua');
		expect(dayAgo(now - 16 * DAY_MS, now, words)).toBe('16 ngày trước');
	});
	test('the time and the date are those of the village', () => {
		expect(timeOfDay(now)).toBe('07:32');
		expect(dateOf(at('2026-11-24T02:00:00'), words)).toBe('24/11/2026');
	});
});
