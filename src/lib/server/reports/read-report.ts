import { countFigures, IN_TOTAL_ALONE, type KeyOf } from '$lib/domain/report/count';
import {
	FIGURE_NAMES,
	OF_GROUPS,
	SECTION_NAMES,
	UNKNOWN,
	type Section,
	type Table
} from '$lib/domain/report/figures';
import { hideSmall, type ShownTable } from '$lib/domain/report/hide-small';
import { monthsIn, periodBefore, type Days } from '$lib/domain/report/period';
import { FACT_SPLITS, factKey, isFact, type Split } from '$lib/domain/report/split';
import { spanOfDays } from '../interop/month';
import type { Reach } from '../reach';
import type { GroupInList } from '../repositories/groups';
import { countedRows, type CountedRows } from '../repositories/report-figures';
import { FILTER_NAMES, UNSAID, type Asked, type Filters } from './asked';

/** `shown` is what may leave the console; `table` is for who may see these women anyway. */
export type Counted = { days: Days; table: Table; shown: ShownTable };
export type Report = { asked: Asked; sections: readonly Section[]; now: Counted; before: Counted };
type GroupOf = Pick<GroupInList, 'id' | 'name' | 'place' | 'province' | 'commune'>;

/**
 * A report with the period before it, counted line by line. `groups`: those within the reach. Who asks for the same
 * while it is being counted is given the same.
 */
export function readReport(
	asked: Asked,
	{ reach, groups, today }: { reach: Reach; groups: readonly GroupOf[]; today: string }
): Promise<Report> {
	const key = JSON.stringify([asked, reach, today]);
	const running = underWay.get(key);
	if (running) return running;
	const report = count(asked, reach, groups, today).finally(() => underWay.delete(key));
	underWay.set(key, report);
	return report;
}
const underWay = new Map<string, Promise<Report>>();

async function count(asked: Asked, reach: Reach, groups: readonly GroupOf[], today: string): Promise<Report> {
	const over = (days: Days) => countDays(days, asked, reach, groups);
	// One after the other: a database at a time is as quick, and leaves room for the phones.
	const now = await over(asked.period);
	const before = await over(periodBefore(asked.period, today));
	return { asked, sections: sectionsOf(asked), now, before };
}

export const sectionsOf = ({ by, filters }: Asked): readonly Section[] =>
	isFact(by) || FACT_SPLITS.some((fact) => filters[fact])
		? SECTION_NAMES.filter((name) => !OF_GROUPS.includes(name))
		: SECTION_NAMES;

async function countDays(
	days: Days,
	asked: Asked,
	reach: Reach,
	groups: readonly GroupOf[]
): Promise<Counted> {
	const all = new Map(groups.map((group) => [group.id, group]));
	const rowsOf = async (cut: Days) => {
		const span = spanOfDays(cut.from, cut.to);
		if (!span) throw new Error(`No days: ${cut.from} to ${cut.to}`);
		return countedRows(FIGURE_NAMES, span, reach);
	};
	const counting = (rows: CountedRows, split: Split, filters: Filters) =>
		countFigures(
			rows.figures,
			keyOf({ split, filters, rows, groups: all, year: Number(days.to.slice(0, 4)) })
		);

	const rows = await rowsOf(days);
	const { by, filters } = asked;
	const table = counting(rows, by, filters);
	if (by === 'month') {
		table.lines = [];
		for (const month of monthsIn(days)) {
			const { total } = counting(await rowsOf(month), by, filters);
			table.lines.push({ key: month.code, cells: total });
		}
	}
	const shown = hideSmall(table);
	for (const name of FILTER_NAMES)
		if (filters[name])
			hideAsLine(
				shown,
				counting(rows, splitOf(name, filters), without(filters, name)),
				lineOf(name, filters)
			);
	return { days, table, shown };
}

/**
 * A filter is a line of a greater report. What is hidden in that line is hidden here: or the total of one group would
 * tell what the report by groups does not.
 */
function hideAsLine(shown: ShownTable, greater: Table, key: string): void {
	const line = hideSmall(greater).lines.find((one) => one.key === key);
	for (const figure of FIGURE_NAMES) {
		if (!line || line.cells[figure] !== null) continue;
		shown.total[figure] = null;
		for (const { cells } of shown.lines) cells[figure] = null;
	}
}

const splitOf = (name: keyof Filters, filters: Filters): Split =>
	name === 'place' && filters.place.length === 2 ? 'province' : name;
const lineOf = (name: keyof Filters, filters: Filters) =>
	filters[name] === UNSAID ? UNKNOWN : filters[name];
const without = (filters: Filters, name: keyof Filters): Filters => ({ ...filters, [name]: '' });

type Sieve = {
	split: Split;
	filters: Filters;
	rows: CountedRows;
	groups: ReadonlyMap<string, GroupOf>;
	year: number;
};

function keyOf({ split, filters, rows, groups, year }: Sieve): KeyOf {
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
