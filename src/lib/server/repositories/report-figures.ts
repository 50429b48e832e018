import type { FigureRows } from '$lib/domain/report/count';
import type { Figure } from '$lib/domain/report/figures';
import type { FactsRow } from '$lib/domain/report/split';
import { pbCall } from '../pocketbase';
import type { Reach } from '../reach';

export type CountedRows = { facts: FactsRow[]; figures: FigureRows };

/** What these figures count within a reach, from `fromMs` until before `toMs`: pb_hooks/lib/report-sql.js. */
export function countedRows(
	figures: readonly Figure[],
	{ fromMs, toMs }: { fromMs: number; toMs: number },
	{ trainer, places }: Reach
): Promise<CountedRows> {
	return pbCall<CountedRows>('POST', '/api/banmay/reports/figures', {
		figures,
		...{ from: fromMs, to: toMs, trainer, places: JSON.stringify(places) }
	});
}

/** The statements by the name of their figure. */
export const ruleStatements = (): Promise<Record<Figure, string>> =>
	pbCall<Record<Figure, string>>('GET', '/api/banmay/reports/rules');
