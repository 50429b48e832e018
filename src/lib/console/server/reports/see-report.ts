import { FIGURE_NAMES, SECTIONS, UNKNOWN, type Cells, type Figure } from '$lib/domain/report/figures';
import type { ShownCells } from '$lib/domain/report/hide-small';
import type { Split } from '$lib/domain/report/split';
import type { Seen, SeenCells, SeenLine, ReportView } from '$lib/console/reports/view';
import type { ConsoleKey, Words } from '$lib/console/words';
import type { GroupInList } from '$lib/server/repositories/groups';
import { addressOf, FILTER_NAMES, UNSAID, type Filters } from '$lib/server/reports/asked';
import { nameLines, type NamedLine } from '$lib/server/reports/name-lines';
import type { Counted, Report } from '$lib/server/reports/read-report';

/** More nobody reads on a page, and a cheap phone shows none of them quickly; files have all. */
const LINES_SHOWN = 60;

/** A report as the page shows it, in the reader's language. */
export async function seeReport(
	report: Report,
	groups: readonly Pick<GroupInList, 'id' | 'name'>[],
	words: Words
): Promise<ReportView> {
	const { asked, sections, now, before } = report;
	const lines = await namedLines(report, groups, words);
	return {
		period: asked.period,
		before: before.days,
		by: asked.by,
		only: await onlyWords(asked.filters, groups, words),
		sections: sections.map((name) => ({ name, figures: SECTIONS[name] })),
		lines: lines
			.slice(0, LINES_SHOWN)
			.map(({ key, name }) => seenLine({ key, name }, now, asked.by === 'month' ? null : before)),
		more: Math.max(0, lines.length - LINES_SHOWN),
		total: seenCells(
			{ cells: now.table.total, shown: now.shown.total },
			{ cells: before.table.total, shown: before.shown.total }
		),
		atMs: now.atMs,
		query: addressOf(asked)
	};
}

/** The lines of a report in their order, each by its name in the reader's language. */
export async function namedLines(
	{ asked, now, before }: Report,
	groups: readonly Pick<GroupInList, 'id' | 'name'>[],
	words: Words
): Promise<{ key: string; name: string }[]> {
	// Also who was there before, and is not now.
	const keys = new Set([now, before].flatMap(({ table }) => table.lines.map(({ key }) => key)));
	const named = await nameLines([...keys], asked.by, groups);
	return named.map((line) => ({ key: line.key, name: wordOf(line, asked.by, words) }));
}

function wordOf({ key, name }: NamedLine, by: Split, words: Words): string {
	if (key === UNKNOWN) return words.t(`reports.unknown.${by}` as ConsoleKey);
	return (
		name ??
		words.t(by === 'age' ? (`reports.age.${key}` as ConsoleKey) : (`facts.${by}.${key}` as ConsoleKey))
	);
}

/** What the filters leave, one after the other. */
async function onlyWords(
	filters: Filters,
	groups: readonly Pick<GroupInList, 'id' | 'name'>[],
	words: Words
): Promise<string[]> {
	const found: string[] = [];
	for (const name of FILTER_NAMES) {
		const value = filters[name];
		if (!value) continue;
		const [line] = await nameLines([value === UNSAID ? UNKNOWN : value], name, groups);
		if (line) found.push(`${words.t(`reports.by.${name}`)}: ${wordOf(line, name, words)}`);
	}
	return found;
}

type Side = { cells: Cells | undefined; shown: ShownCells | undefined };

function seenLine(
	{ key, name }: { key: string; name: string },
	now: Counted,
	before: Counted | null
): SeenLine {
	const sideOf = ({ table, shown }: Counted): Side => ({
		cells: table.lines.find((line) => line.key === key)?.cells,
		shown: shown.lines.find((line) => line.key === key)?.cells
	});
	return { key, name, cells: seenCells(sideOf(now), before && sideOf(before)) };
}

/** Nobody was there: nothing is counted, and nothing is hidden. */
function seenOf({ cells, shown }: Side, figure: Figure): Omit<Seen, 'before'> {
	const { value, of } = cells?.[figure] ?? { value: 0, of: 0 };
	return { value, of, isHidden: shown !== undefined && shown[figure] === null };
}

const seenCells = (now: Side, before: Side | null): SeenCells =>
	Object.fromEntries(
		FIGURE_NAMES.map((figure) => [
			figure,
			{ ...seenOf(now, figure), before: before && seenOf(before, figure) }
		])
	) as SeenCells;
