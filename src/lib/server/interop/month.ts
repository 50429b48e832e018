import { VIETNAM_MS } from '$lib/domain/week';
import type { Span } from './feed';

/** "2026-11" as a span in Vietnam's time, or null. */
export function spanOfMonth(month: string): Span | null {
	const [, year, number] = /^(20\d\d)-(0[1-9]|1[0-2])$/.exec(month) ?? [];
	if (!year || !number) return null;
	const start = (monthIndex: number) => Date.UTC(Number(year), monthIndex) - VIETNAM_MS;
	return { fromMs: start(Number(number) - 1), toMs: start(Number(number)) };
}

/** The days from–to, both included, in Vietnam's time; null when they are no days, or the wrong way round. */
export function spanOfDays(from: string, to: string): Span | null {
	const [first, last] = [dayOf(from), dayOf(to)];
	if (first === null || last === null || first > last) return null;
	return { fromMs: first, toMs: last + 86_400_000 };
}

function dayOf(text: string): number | null {
	if (!/^20\d\d-\d\d-\d\d$/.test(text)) return null;
	const at = Date.parse(`${text}T00:00:00Z`);
	// 31 April is 1 May to V8.
	const isDay = !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
	return isDay ? at - VIETNAM_MS : null;
}

export const dateInVietnam = (ms: number): string => new Date(ms + VIETNAM_MS).toISOString().slice(0, 10);
