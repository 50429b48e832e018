const FIRST_MS = 1_000;
/** Below this a phone without a line would only warm itself. */
const SHORTEST_MS = 500;
/** A server that returns is noticed within 10 s: 8 s and the call itself. */
export const LONGEST_MS = 8_000;

/**
 * How long to wait before the next try, after so many that failed in a row. Full jitter, so that thirty phones
 * in one meeting room do not all knock at once.
 * @param random from 0 to less than 1
 */
export function backoffMs(failures: number, random: () => number = Math.random): number {
	const ceiling = Math.min(LONGEST_MS, FIRST_MS * 2 ** failures);
	return Math.max(SHORTEST_MS, random() * ceiling);
}
