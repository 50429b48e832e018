import { expect, test } from 'vitest';
import { lastWeeks, weekOf, weekStartMs } from './week';

test.each([
	{
		says: 'Sunday, a minute before midnight in Vietnam',
		at: '2026-11-22T23:59:00+07:00',
		monday: '2026-11-16'
	},
	{ says: 'Monday at midnight in Vietnam', at: '2026-11-23T00:00:00+07:00', monday: '2026-11-23' },
	{ says: 'Monday there, Sunday in Greenwich', at: '2026-11-23T06:00:00+07:00', monday: '2026-11-23' },
	{ says: 'the beginning of time', at: '1970-01-01T07:00:00+07:00', monday: '1969-12-29' }
])('the week of $says begins on $monday', ({ at, monday }) => {
	const week = weekOf(Date.parse(at));
	expect(new Date(weekStartMs(week)).toISOString()).toBe(new Date(`${monday}T00:00:00+07:00`).toISOString());
	expect(weekOf(weekStartMs(week))).toBe(week);
	expect(weekOf(weekStartMs(week) - 1)).toBe(week - 1);
});

test('the last weeks end with this one', () => {
	const now = Date.parse('2026-11-24T12:00:00+07:00');
	expect(lastWeeks(3, now)).toEqual([weekOf(now) - 2, weekOf(now) - 1, weekOf(now)]);
});
