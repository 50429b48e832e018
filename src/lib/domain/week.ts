const DAY_MS = 86_400_000;
/** Villages and their trainers live in one time zone (UTC+7, no summer time), and the server need not: so pages say the
 * same day, whether the server or the browser draws them. */
export const VIETNAM_MS = 7 * 3_600_000;
/** 1 January 1970 was a Thursday. */
const MONDAY_TO_THURSDAY = 3;

/** The number of a moment's day in Vietnam, since 1970. */
export const dayInVietnam = (atMs: number): number => Math.floor((atMs + VIETNAM_MS) / DAY_MS);

/** The number of a moment's week: since the Monday before 1970, in Vietnam. pb_hooks/lib/when.js is the same rule. */
export function weekOf(atMs: number): number {
	return Math.floor((dayInVietnam(atMs) + MONDAY_TO_THURSDAY) / 7);
}

/** When a week begins: Monday at midnight in Vietnam. */
export function weekStartMs(week: number): number {
	return (week * 7 - MONDAY_TO_THURSDAY) * DAY_MS - VIETNAM_MS;
}

/** The numbers of the last weeks up to the one of `nowMs`, the oldest first. */
export function lastWeeks(count: number, nowMs: number): number[] {
	const now = weekOf(nowMs);
	return Array.from({ length: count }, (_, n) => now - count + 1 + n);
}
