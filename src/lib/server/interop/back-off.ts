const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 3_600_000;

/** When to try again after the nth failure in a row: doubling, at most an hour, half of it by chance, so that many
 * servers do not knock at once; never sooner than the other side asked. */
export function waitAfter(tries: number, retryAfterMs: number | null, random = Math.random): number {
	const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(tries - 1, 20));
	return Math.round(
		Math.max(Math.min(retryAfterMs ?? 0, 24 * LONGEST_WAIT_MS), wait / 2 + random() * (wait / 2))
	);
}
