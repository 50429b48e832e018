import { dayInVietnam, VIETNAM_MS } from '$lib/domain/week';
import type { Words } from './words';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** "2 phút trước", "hôm nay", "hôm qua", "9 ngày trước"; null is "chưa lần nào". */
export function ago(atMs: number | null, nowMs: number, words: Words): string {
	if (atMs === null) return words.t('ago.never');
	const minutes = Math.floor((nowMs - atMs) / MINUTE_MS);
	if (minutes < 1) return words.t('ago.now');
	return minutes < 60 ? words.count('ago.minutes', minutes) : dayAgo(atMs, nowMs, words);
}

/** By days only, as a trainer counts: "hôm nay", "hôm qua", "9 ngày trước". */
export function dayAgo(atMs: number | null, nowMs: number, words: Words): string {
	if (atMs === null) return words.t('ago.never');
	const days = dayInVietnam(nowMs) - dayInVietnam(atMs);
	if (days < 1) return words.t('ago.today');
	return days === 1 ? words.t('ago.yesterday') : words.count('ago.days', days);
}

/** The clock on the wall of the village: "07:32". */
export function timeOfDay(atMs: number): string {
	return new Date(atMs + VIETNAM_MS).toISOString().slice(11, 16);
}

/** The day in the village, as each language writes it: 24/11/2026. */
export function dateOf(atMs: number, words: Words): string {
	const day = new Date(atMs);
	return day.toLocaleDateString(words.language === 'vi' ? 'vi-VN' : 'en-GB', {
		timeZone: 'Asia/Ho_Chi_Minh'
	});
}

/** The day in the village without its year, short enough for a plot: 24/11. */
export function dayAndMonth(atMs: number): string {
	const [, month = '', day = ''] = new Date(atMs + VIETNAM_MS).toISOString().slice(0, 10).split('-');
	return `${Number(day)}/${Number(month)}`;
}
