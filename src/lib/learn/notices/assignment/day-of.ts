/** The day and the month of a day such as 2026-11-30, to be said as numbers. */
export function dayOf(day: string | null): { day: number; month: number } | undefined {
	if (day === null) return undefined;
	const [, month, date] = day.split('-').map(Number);
	return month && date ? { day: date, month } : undefined;
}
