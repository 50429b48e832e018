/** Fewer than five women could be recognised (shared notes, ux.md, D). */
export const SMALLEST_SHOWN = 5;

/** A count of women as it may leave the console; null is "fewer than five". Nobody is not somebody: 0 stays. */
export const shown = (count: number): number | null => (count > 0 && count < SMALLEST_SHOWN ? null : count);

/**
 * Parts of a whole as they may leave the console. Also the rest is told by a figure: of 30 women 28 who finished
 * are two who did not. So a part is hidden where it or what it leaves is small.
 */
export const shownOf = (count: number, whole: number): number | null =>
	shown(whole) === null || shown(count) === null || shown(whole - count) === null ? null : count;
