import { FIGURES, FIGURE_NAMES, SECTIONS, type Figure } from '$lib/domain/report/figures';
import type { ShownCells, ShownTable } from '$lib/domain/report/hide-small';
import { HIDDEN } from '$lib/console/reports/say-figure';
import type { Words } from '$lib/console/words';
import type { Days } from '$lib/domain/report/period';
import type { Report } from '$lib/server/reports/read-report';

export type FileCell = string | number;

/** Columns of a figure: of a share what was right, and of how many. */
const columnsOf = (figure: Figure, words: Words): string[] => {
	const name = words.t(`reports.${figure}`);
	return FIGURES[figure].kind === 'share'
		? [words.t('reports.column.right', { name }), words.t('reports.column.of', { name })]
		: [name];
};

function valuesOf(figure: Figure, cells: ShownCells | undefined): FileCell[] {
	const cell = cells ? cells[figure] : { value: 0, of: 0 };
	const isShare = FIGURES[figure].kind === 'share';
	if (cell === null) return isShare ? [HIDDEN, HIDDEN] : [HIDDEN];
	return isShare ? [cell.value, cell.of] : [cell.value];
}

/**
 * A report as lines of cells, one period under the other: days, line, figures. Nothing in it tells of fewer than five
 * women (domain/report/hide-small.ts).
 */
export function fileLines(
	{ asked, sections, now, before }: Report,
	named: readonly { key: string; name: string }[],
	words: Words
): FileCell[][] {
	const figures = sections.flatMap((name): readonly Figure[] => SECTIONS[name]);
	const headings = [
		words.t('systems.from'),
		words.t('systems.to'),
		words.t(`reports.by.${asked.by}`),
		...figures.flatMap((figure) => columnsOf(figure, words))
	];
	const linesOf = ({ days, shown }: { days: Days; shown: ShownTable }, lines = named) => {
		const byKey = new Map(shown.lines.map(({ key, cells }) => [key, cells]));
		const line = (name: string, cells: ShownCells | undefined) => [
			...[days.from, days.to, name],
			...figures.flatMap((figure) => valuesOf(figure, cells))
		];
		return [
			...lines.map(({ key, name }) => line(name, byKey.get(key))),
			line(words.t('reports.total'), shown.total)
		];
	};
	return [headings, ...linesOf(now), ...linesOf(before, asked.by === 'month' ? [] : named)];
}

/** What each column means, for who was given the file alone. */
export const ruleLines = (words: Words, origin: string): FileCell[][] => [
	[words.t('reports.figure'), words.t('reports.rule'), words.t('reports.ruleAt')],
	...FIGURE_NAMES.map((figure) => [
		words.t(`reports.${figure}`),
		words.t(`reports.rule.${figure}`),
		`${origin}/trainer/reports/rules#${figure}`
	])
];
