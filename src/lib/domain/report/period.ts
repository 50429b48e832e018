/** Days of Vietnam's calendar, both included: "2026-11-01". */
export type Days = { from: string; to: string };
/** `code`: "2026-11", "2026-Q4", "2026", or "days" for two days that somebody chose. */
export type Period = Days & { code: string };
export type PeriodProblem = 'period_unknown' | 'period_faulty' | 'period_future' | 'period_too_long';

/** A report is read by people; who wants more takes one after the other. */
export const LONGEST_YEARS = 5;
const DAY_MS = 86_400_000;

const textOf = (day: number) => new Date(day * DAY_MS).toISOString().slice(0, 10);
/** The number of a day; null when there is none such (31 April is 1 May to V8). */
export function dayNumber(text: string): number | null {
	if (!/^20\d\d-\d\d-\d\d$/.test(text)) return null;
	const at = Date.parse(`${text}T00:00:00Z`);
	return !Number.isNaN(at) && textOf(at / DAY_MS) === text ? at / DAY_MS : null;
}

/** The first day of a month; months run on over the year's end. */
const monthStart = (year: number, month: number): number => Date.UTC(year, month - 1, 1) / DAY_MS;

function monthsOf(code: string): { year: number; month: number; months: number } | null {
	const [, year, quarter, month] = /^(20\d\d)(?:-Q([1-4])|-(0[1-9]|1[0-2]))?$/.exec(code) ?? [];
	if (!year) return null;
	if (quarter) return { year: Number(year), month: Number(quarter) * 3 - 2, months: 3 };
	return month
		? { year: Number(year), month: Number(month), months: 1 }
		: { year: Number(year), month: 1, months: 12 };
}

const spanOf = (code: string, { year, month, months }: NonNullable<ReturnType<typeof monthsOf>>): Period => ({
	code,
	from: textOf(monthStart(year, month)),
	to: textOf(monthStart(year, month + months) - 1)
});

/** The period that is asked for, or what is wrong with it. */
export function periodOf(
	{ code, from, to }: { code: string; from: string; to: string },
	today: string
): Period | PeriodProblem {
	if (code !== 'days') {
		const months = monthsOf(code);
		if (!months) return 'period_unknown';
		const period = spanOf(code, months);
		return period.from > today ? 'period_future' : period;
	}
	const [first, last] = [dayNumber(from), dayNumber(to)];
	if (first === null || last === null || first > last) return 'period_faulty';
	if (from > today) return 'period_future';
	return last - first > LONGEST_YEARS * 366 ? 'period_too_long' : { code, from, to };
}

/**
 * The period before, as long as this one: the month before a month, or as many days. Of one that is not over yet, only
 * as many days as have passed, or it would always look the better one.
 */
export function periodBefore(period: Period, today: string): Days {
	const [first, last, now] = [period.from, period.to, today].map((day) => dayNumber(day) ?? 0) as [
		number,
		number,
		number
	];
	const months = monthsOf(period.code);
	const passed = Math.min(last, now) - first;
	if (!months)
		return { from: textOf(first - (last - first) - 1), to: textOf(first - (last - first) - 1 + passed) };
	const from = monthStart(months.year, months.month - months.months);
	return { from: textOf(from), to: textOf(now < last ? Math.min(first - 1, from + passed) : first - 1) };
}

/** The months that these days touch, cut to them. */
export function monthsIn({ from, to }: Days): Period[] {
	const found: Period[] = [];
	for (let code = from.slice(0, 7); code <= to.slice(0, 7);) {
		const months = monthsOf(code);
		if (!months) return found;
		const whole = spanOf(code, months);
		found.push({ code, from: whole.from < from ? from : whole.from, to: whole.to > to ? to : whole.to });
		code = textOf(monthStart(months.year, months.month + 1)).slice(0, 7);
	}
	return found;
}

/** What can be chosen without typing, the newest first. */
export function periodsToChoose(today: string): { months: string[]; quarters: string[]; years: string[] } {
	const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
	const back = (n: number) => textOf(monthStart(year, month - n)).slice(0, 7);
	const quarter = (n: number) => {
		const first = back(n * 3);
		return `${first.slice(0, 4)}-Q${Math.ceil(Number(first.slice(5)) / 3)}`;
	};
	return {
		months: Array.from({ length: 13 }, (_, n) => back(n)),
		quarters: Array.from({ length: 6 }, (_, n) => quarter(n)),
		years: [year, year - 1, year - 2].map(String)
	};
}
