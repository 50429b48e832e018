import { expect, test } from 'vitest';
import { minutesLeft } from './minutes-left';

test.each([
	{ says: 'is not guessed in the first seconds', tookMs: 1_000, got: 500, minutes: null },
	{ says: 'is not guessed when nothing came', tookMs: 60_000, got: 0, minutes: null },
	{ says: 'follows the pace so far', tookMs: 60_000, got: 250_000, minutes: 3 },
	{ says: 'is at least one', tookMs: 60_000, got: 990_000, minutes: 1 }
])('what is left $says', ({ tookMs, got, minutes }) => {
	const now = { bytesTotal: 1_000_000, bytesHere: got };
	expect(minutesLeft({ atMs: 0, bytes: 0 }, now, tookMs)).toBe(minutes);
});
