import { FIGURE_NAMES, FIGURES, type Cell, type Cells, type Figure, type Table } from './figures';

/** It happened to this woman ('': a group's own) while she was in this group. `thing` stands apart what is counted once. */
export type FigureRow = readonly [group: string, learner: string, thing: string, n: number, of: number];
export type FigureRows = Partial<Record<Figure, readonly FigureRow[]>>;

/**
 * Which line a row belongs to; null: it is not asked for. A group's own rows come without a woman: a report by people
 * has no line for them, but a total.
 */
export type KeyOf = (group: string, learner: string) => string | null;
export const IN_TOTAL_ALONE = ' total';

/** Each figure line by line, and over all: a woman counts once in each line and once in all, and so does each thing. */
export function countFigures(rows: FigureRows, keyOf: KeyOf): Table {
	const lines = new Map<string, Map<Figure, Sum>>();
	const total = new Map<Figure, Sum>();
	for (const figure of FIGURE_NAMES) {
		const isOfGroups = FIGURES[figure].kind === 'groups';
		for (const [group, learner, thing, n, of] of rows[figure] ?? []) {
			const key = keyOf(group, learner);
			if (key === null) continue;
			const told = {
				who: isOfGroups ? '' : learner,
				what: `${isOfGroups ? group : learner} ${thing}`,
				n,
				of
			};
			sumOf(total, figure).add(told);
			if (key === IN_TOTAL_ALONE) continue;
			const line = lines.get(key) ?? new Map<Figure, Sum>();
			lines.set(key, line);
			sumOf(line, figure).add(told);
		}
	}
	return {
		lines: [...lines].map(([key, sums]) => ({ key, cells: cellsOf(sums) })),
		total: cellsOf(total)
	};
}

function sumOf(sums: Map<Figure, Sum>, figure: Figure): Sum {
	const sum = sums.get(figure) ?? new Sum();
	sums.set(figure, sum);
	return sum;
}

/** Of one thing that is told from two groups the better is kept: it was the same woman's. */
class Sum {
	readonly #things = new Map<string, { n: number; of: number }>();
	readonly #women = new Set<string>();

	add({ who, what, n, of }: { who: string; what: string; n: number; of: number }): void {
		if (who) this.#women.add(who);
		const before = this.#things.get(what);
		if (!before || n > before.n) this.#things.set(what, { n, of });
	}

	cell(): Cell {
		let value = 0;
		let whole = 0;
		for (const { n, of } of this.#things.values()) {
			value += n;
			whole += of;
		}
		return { value, women: this.#women.size, of: whole };
	}
}

const NONE: Cell = { value: 0, women: 0, of: 0 };

/** Of women and groups a part is told of its whole, so that it can be said in per cent. */
function cellsOf(sums: ReadonlyMap<Figure, Sum>): Cells {
	const plain = Object.fromEntries(
		FIGURE_NAMES.map((figure) => [figure, sums.get(figure)?.cell() ?? NONE])
	) as Cells;
	const withWhole = FIGURE_NAMES.map((figure): [Figure, Cell] => {
		const kind = FIGURES[figure];
		const whole = kind.kind === 'women' && kind.whole ? plain[kind.whole].value : null;
		return [figure, whole === null ? plain[figure] : { ...plain[figure], of: whole }];
	});
	return Object.fromEntries(withWhole) as Cells;
}
