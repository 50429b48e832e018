import { DISABILITIES, HOUSEHOLDS } from '$lib/domain/facts';
import { monthsIn, periodOf, type Period, type PeriodProblem } from '$lib/domain/report/period';
import { AGE_BANDS, SPLITS, type FactSplit, type Split } from '$lib/domain/report/split';
import { readPeoples } from '../peoples/read-peoples';
import { placeOfCode } from '../places/code';
import type { GroupInList } from '../repositories/groups';

/** Only these women, of these groups. '' is everybody; UNSAID are those who have not said it. */
export type Filters = Record<FactSplit | 'place' | 'group', string>;
export const FILTER_NAMES = ['place', 'group', 'ethnicity', 'age', 'household', 'disability'] as const;
/** In an address: an empty value there is "everybody". */
export const UNSAID = 'unsaid';

/** Each month is counted anew. */
const MOST_MONTHS = 24;

export type Asked = { period: Period; by: Split; filters: Filters };
export type AskedProblem = PeriodProblem | 'split_unknown' | 'filter_unknown' | 'place_unreached';
/** What stands in the address, as it is, so that a form can be filled with it. */
export type Typed = { period: string; from: string; to: string; by: string } & Filters;

/** The month so far, by place, when nothing is said; days without the name of a period are these days. */
export function typedIn(query: URLSearchParams, today: string): Typed {
	const text = (name: string, otherwise = '') => (query.get(name) || otherwise).slice(0, 40);
	const hasDays = query.has('from') || query.has('to');
	const filters = Object.fromEntries(FILTER_NAMES.map((name) => [name, text(name)])) as Filters;
	return {
		period: text('period', hasDays ? 'days' : today.slice(0, 7)),
		from: text('from', `${today.slice(0, 7)}-01`),
		to: text('to', today),
		by: text('by', 'place'),
		...filters
	};
}

/** What is asked for, or what is wrong with it. `groups`: those that she reaches. */
export async function askedFrom(
	{ period: code, from, to, by, ...filters }: Typed,
	groups: readonly Pick<GroupInList, 'id' | 'province' | 'commune'>[],
	today: string
): Promise<Asked | AskedProblem> {
	const period = periodOf({ code, from, to }, today);
	if (typeof period === 'string') return period;
	const split = SPLITS.find((one) => one === by);
	if (!split) return 'split_unknown';
	if (split === 'month' && monthsIn(period).length > MOST_MONTHS) return 'period_too_long';
	const isHers =
		(!filters.group || groups.some(({ id }) => id === filters.group)) &&
		(!filters.place || groups.some((group) => [group.province, group.commune].includes(filters.place)));
	if (!(await areKnown(filters))) return 'filter_unknown';
	return isHers ? { period, by: split, filters } : 'place_unreached';
}

async function areKnown({ place, group, ethnicity, age, household, disability }: Filters): Promise<boolean> {
	const peoples = ethnicity ? (await readPeoples()).map(({ code }) => code) : [];
	const among = (value: string, known: readonly string[]) =>
		value === '' || value === UNSAID || known.includes(value);
	return (
		among(ethnicity, peoples) &&
		among(age, AGE_BANDS) &&
		among(household, HOUSEHOLDS) &&
		among(disability, DISABILITIES) &&
		(group === '' || /^[a-z0-9]{15}$/.test(group)) &&
		(place === '' || (await placeOfCode(place)) !== null)
	);
}

/** The address of the same report. */
export function addressOf({ period, by, filters }: Asked): string {
	const days = period.code === 'days' ? { from: period.from, to: period.to } : {};
	const set = FILTER_NAMES.flatMap((name) => (filters[name] ? [[name, filters[name]]] : []));
	return new URLSearchParams([...Object.entries({ period: period.code, ...days, by }), ...set]).toString();
}
