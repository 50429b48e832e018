import { countFigures } from '$lib/domain/report/count';
import {
	FIGURE_NAMES,
	OF_GROUPS,
	SECTION_NAMES,
	type Figure,
	type Section,
	type Table
} from '$lib/domain/report/figures';
import { hideSmall, type ShownCells, type ShownTable } from '$lib/domain/report/hide-small';
import { monthsIn, periodBefore, type Days, type Period } from '$lib/domain/report/period';
import { FACT_SPLITS, isFact, type Split } from '$lib/domain/report/split';
import type { Reach } from '../reach';
import type { CountedRows } from '../repositories/report-figures';
import { FILTER_NAMES, type Asked, type Filters } from './asked';
import { rowsIn } from './kept-rows';
import { keyOf, lineOf, splitOf, without, type GroupOf } from './sieve';

/** `shown` is what may leave the console; `table` is for who may see these women anyway. */
export type Counted = { days: Days; table: Table; shown: ShownTable; atMs: number };
export type Report = { asked: Asked; sections: readonly Section[]; now: Counted; before: Counted };

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
	// One after the other: that is as quick for the database, and leaves room for the phones.
	const now = await countDays(asked.period, asked, { reach, groups });
	// The months before are others: beside each stands nothing, and only their sum is told.
	const earlier = periodBefore(asked.period, today);
	const before = await countDays(earlier, asked, { reach, groups, months: [] });
	return { asked, sections: sectionsOf(asked), now, before };
}

export const sectionsOf = ({ by, filters }: Asked): readonly Section[] =>
	isFact(by) || FACT_SPLITS.some((fact) => filters[fact])
		? SECTION_NAMES.filter((name) => !OF_GROUPS.includes(name))
		: SECTION_NAMES;

type Of = { reach: Reach; groups: readonly GroupOf[]; months?: readonly Period[] };

async function countDays(
	days: Days,
	{ by, filters }: Asked,
	{ reach, groups, months = monthsIn(days) }: Of
): Promise<Counted> {
	const all = new Map(groups.map((group) => [group.id, group]));
	const counting = (rows: CountedRows, split: Split, filters: Filters) =>
		countFigures(
			rows.figures,
			keyOf({ split, filters, rows, groups: all, year: Number(days.to.slice(0, 4)) })
		);

	const { rows, atMs } = await rowsIn(days, reach);
	/** What a report by one of the filters hides in the line that this one is kept to. */
	const hiddenIn = (rows: CountedRows): Figure[] =>
		FILTER_NAMES.filter((name) => filters[name]).flatMap((name) => {
			const greater = hideSmall(counting(rows, splitOf(name, filters), without(filters, name)));
			const line = greater.lines.find(({ key }) => key === lineOf(name, filters));
			return FIGURE_NAMES.filter((figure) => line?.cells[figure] === null);
		});

	const table = counting(rows, by, filters);
	const hiddenByMonth = new Map<string, Figure[]>();
	if (by === 'month') {
		table.lines = [];
		for (const month of months) {
			const { rows: its } = await rowsIn(month, reach);
			table.lines.push({ key: month.code, cells: counting(its, by, filters).total });
			hiddenByMonth.set(month.code, hiddenIn(its));
		}
	}
	const shown = hideSmall(table);
	// A filter is a line of a greater report. What is hidden there is hidden here: or the total of one group would tell
	// what the report by groups does not.
	const hidden = hiddenIn(rows);
	for (const { key, cells } of shown.lines) hide(cells, [...hidden, ...(hiddenByMonth.get(key) ?? [])]);
	hide(shown.total, hidden);
	return { days, table, shown, atMs };
}

function hide(cells: ShownCells, figures: readonly Figure[]): void {
	for (const figure of figures) cells[figure] = null;
}
