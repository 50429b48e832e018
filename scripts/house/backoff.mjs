/** So short that a phone's call waits it out; so long that a database that cannot start does not busy the machine. */
const SHORTEST_MS = 200;
const LONGEST_MS = 30_000;
/** Who lived this long was well, and its end is a new story. */
const WELL_AFTER_MS = 60_000;

/**
 * How long to wait before starting again what has just ended.
 * @param {number} endsInARow how often it ended before living a minute; 1 is the first time
 * @returns {number} ms
 */
export function restartDelay(endsInARow) {
	return Math.min(SHORTEST_MS * 2 ** Math.max(0, endsInARow - 1), LONGEST_MS);
}

/**
 * @param {number} endsInARow before this end
 * @param {number} livedMs
 */
export function countEnd(endsInARow, livedMs) {
	return livedMs >= WELL_AFTER_MS ? 1 : endsInARow + 1;
}
