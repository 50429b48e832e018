import { FIGURE_NAMES, FIGURES, type Cell, type Cells, type Figure, type Table } from './figures';

/** Fewer than five women could be recognised (shared notes, ux.md, D). */
export const SMALLEST_SHOWN = 5;

/** What may leave the console; null: hidden, because it could be told who is meant. */
export type ShownCells = Record<Figure, Cell | null>;
export type ShownLine = { key: string; cells: ShownCells };
export type ShownTable = { lines: ShownLine[]; total: ShownCells };

/** Nobody is not somebody: 0 stays. */
const isSmall = (women: number): boolean => women > 0 && women < SMALLEST_SHOWN;

/** The figures that a figure's women are a part of. Of each, also the rest is told. */
function wholesOf(figure: Figure): Figure[] {
	const kind = FIGURES[figure];
	if (figure === 'enrolled') return [];
	return kind.kind === 'women' && kind.whole && kind.whole !== 'enrolled'
		? [kind.whole, 'enrolled']
		: ['enrolled'];
}

/**
 * A report as it leaves the console: on paper, in a file, through the API. Hidden is
 * - what tells of one to four women, or leaves one to four of its whole (28 of 30 who finished are two who did not);
 * - every part of a whole that is hidden;
 * - what would tell such a thing by subtraction from the total: of each figure never one line alone is hidden beside a
 *   total that is shown, nor lines that have, or leave, one to four women together, or whose sum says what each is. The
 *   smallest of the others is hidden with them; where there is none, the total.
 */
export function hideSmall({ lines, total }: Table): ShownTable {
	const shown: ShownTable = {
		lines: lines.map(({ key, cells }) => ({ key, cells: { ...cells } })),
		total: { ...total }
	};
	// A whole stands before its parts.
	for (const figure of FIGURE_NAMES) {
		for (const [at, { cells }] of lines.entries())
			hideOne(shown.lines[at]?.cells ?? shown.total, cells, figure);
		hideOne(shown.total, total, figure);
		if (FIGURES[figure].kind !== 'groups') hideMore(shown, lines, figure);
	}
	return shown;
}

function hideOne(shown: ShownCells, cells: Cells, figure: Figure): void {
	const isGroups = FIGURES[figure].kind === 'groups';
	const wholes = wholesOf(figure);
	const tellsOfFew =
		!isGroups &&
		(isSmall(cells[figure].women) || wholes.some((whole) => isSmall(restOf(cells, figure, whole))));
	if (tellsOfFew || wholes.some((whole) => shown[whole] === null)) shown[figure] = null;
}

const isLikely = (cells: Cells, figure: Figure) => wholesOf(figure).some((whole) => cells[whole].women > 0);
const restOf = (cells: Cells, figure: Figure, whole: Figure) => cells[whole].women - cells[figure].women;

/** Lines of one woman each, or of four each, are told by their sum: less or more none of them could be. */
function isPinned(women: readonly number[]): boolean {
	const some = women.filter((n) => n > 0);
	return some.length > 0 && [1, SMALLEST_SHOWN - 1].some((n) => some.every((one) => one === n));
}

function hideMore(shown: ShownTable, lines: Table['lines'], figure: Figure): void {
	if (shown.total[figure] === null) return;
	const all = lines.flatMap(({ cells }, at) => {
		const line = shown.lines[at];
		return line ? [{ cells, line, women: cells[figure].women }] : [];
	});
	const hidden = all.filter(({ line }) => line.cells[figure] === null);
	if (hidden.length === 0) return;
	const sumOf = (count: (cells: Cells) => number) => hidden.reduce((sum, { cells }) => sum + count(cells), 0);
	const isEnough = () =>
		hidden.length > 1 &&
		!isSmall(sumOf((cells) => cells[figure].women)) &&
		!isPinned(hidden.map(({ women }) => women)) &&
		!wholesOf(figure).some((whole) => isSmall(sumOf((cells) => restOf(cells, figure, whole))));
	// That nobody has done it may be hidden too, where somebody could have.
	const others = all
		.filter(({ line, cells, women }) => line.cells[figure] !== null && (women > 0 || isLikely(cells, figure)))
		.sort((a, b) => a.women - b.women);
	while (!isEnough()) {
		const next = others.shift();
		if (!next) {
			shown.total[figure] = null;
			return;
		}
		next.line.cells[figure] = null;
		hidden.push(next);
	}
}
