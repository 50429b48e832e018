import { expect, test } from 'vitest';
import { countEnd, restartDelay } from './backoff.mjs';

test.each([
	{ ends: 1, ms: 200 },
	{ ends: 2, ms: 400 },
	{ ends: 5, ms: 3200 },
	{ ends: 9, ms: 30_000 },
	{ ends: 5000, ms: 30_000 }
])('after $ends ends in a row it waits $ms ms', ({ ends, ms }) => expect(restartDelay(ends)).toBe(ms));

test('who lived a minute starts a new count', () => {
	expect(countEnd(7, 59_000)).toBe(8);
	expect(countEnd(7, 60_000)).toBe(1);
});
