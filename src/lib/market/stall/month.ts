/** The month so many before this one, as "2026-11"; a clock that is wrong makes a month that is wrong, no worse. */
export function monthBefore(months: number, now: () => number = Date.now): string {
	const today = new Date(now());
	const month = new Date(today.getFullYear(), today.getMonth() - months, 1);
	return `${month.getFullYear()}-${String(month.getMonth() + 1).padStart(2, '0')}`;
}
