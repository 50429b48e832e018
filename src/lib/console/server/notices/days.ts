import * as v from 'valibot';
import { Day } from '$lib/domain/notices/assignment';

const DAY_MS = 24 * 3600_000;
/** Vietnam has one zone and no summer time. */
const ZONE_MS = 7 * 3600_000;
/** Longer than any programme. */
const FURTHEST_MS = 3 * 366 * DAY_MS;

/** Today as a calendar in Vietnam calls it. */
export const todayIn = (nowMs: number): string => new Date(nowMs + ZONE_MS).toISOString().slice(0, 10);

/** When a day ends in Vietnam. */
export const endOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) - ZONE_MS + DAY_MS;

export const dayAfter = (nowMs: number, days: number): string => todayIn(nowMs + days * DAY_MS);

/** A day that somebody typed: null when the field is empty. */
export function readDay(
	typed: string,
	nowMs: number
): { day: string | null } | { fault: 'notice_day_faulty' | 'notice_day_past' | 'notice_day_far' } {
	if (typed === '') return { day: null };
	if (!v.is(Day, typed)) return { fault: 'notice_day_faulty' };
	if (typed < todayIn(nowMs)) return { fault: 'notice_day_past' };
	return endOf(typed) > nowMs + FURTHEST_MS ? { fault: 'notice_day_far' } : { day: typed };
}
