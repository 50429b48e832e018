import { FIGURES, type Figure } from '$lib/domain/report/figures';
import type { Words } from '../words';

type Counted = { value: number; of: number };

/** What a hidden figure says: not "<5", because a larger one may be hidden with it. */
export const HIDDEN = '*';

const percent = ({ value, of }: Counted, words: Words) =>
	words.t('reports.percent', { n: Math.round((value / of) * 100) });

/** A figure as it is read: `main`, and beside it what it is a part of. A share of nothing is a dash. */
export function sayFigure(figure: Figure, cell: Counted, words: Words): { main: string; rest: string } {
	const { kind } = FIGURES[figure];
	const number = cell.value.toLocaleString(words.language);
	if (kind === 'share')
		return cell.of
			? { main: percent(cell, words), rest: `${cell.value}/${cell.of}` }
			: { main: '–', rest: '' };
	return { main: number, rest: kind === 'women' && cell.of ? percent(cell, words) : '' };
}
