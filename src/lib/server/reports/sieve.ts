import { IN_TOTAL_ALONE, type KeyOf } from '$lib/domain/report/count';
import { UNKNOWN } from '$lib/domain/report/figures';
import { FACT_SPLITS, factKey, isFact, type Split } from '$lib/domain/report/split';
import type { GroupInList } from '../repositories/groups';
import type { CountedRows } from '../repositories/report-figures';
import { UNSAID, type Filters } from './asked';

export type GroupOf = Pick<GroupInList, 'id' | 'name' | 'place' | 'province' | 'commune'>;

/** The report of which a filter is a line, and the key of that line. */
export const splitOf = (name: keyof Filters, filters: Filters): Split =>
	name === 'place' && filters.place.length === 2 ? 'province' : name;
export const lineOf = (name: keyof Filters, filters: Filters) =>
	filters[name] === UNSAID ? UNKNOWN : filters[name];
export const without = (filters: Filters, name: keyof Filters): Filters => ({ ...filters, [name]: '' });

type Sieve = {
	split: Split;
	filters: Filters;
	rows: CountedRows;
	groups: ReadonlyMap<string, GroupOf>;
	year: number;
};

/** Which line of a report something stands in, if it is asked for at all. */
export function keyOf({ split, filters, rows, groups, year }: Sieve): KeyOf {
	const facts = new Map(rows.facts.map((row) => [row[0], row]));
	const asked = FACT_SPLITS.filter((fact) => filters[fact]);
	const isAsked = (learner: string) =>
		asked.every((fact) => factKey(fact, facts.get(learner), year) === lineOf(fact, filters));
	return (id, learner) => {
		const group = groups.get(id);
		if (!group || (filters.group && filters.group !== id)) return null;
		if (filters.place && ![group.province, group.commune].includes(filters.place)) return null;
		if (learner === '' ? asked.length > 0 : !isAsked(learner)) return null;
		if (split === 'month' || (isFact(split) && learner === '')) return IN_TOTAL_ALONE;
		return isFact(split) ? factKey(split, facts.get(learner), year) : placeKey(split, group);
	};
}

/** Words that somebody wrote, where nobody has chosen a place from the list. */
export const IN_WORDS = 'words:';

function placeKey(split: 'province' | 'place' | 'group', group: GroupOf): string {
	if (split === 'group') return group.id;
	if (split === 'province') return group.province || UNKNOWN;
	const words = group.place.replace(/\s+/g, ' ').trim();
	return group.commune || group.province || (words ? IN_WORDS + words : UNKNOWN);
}
