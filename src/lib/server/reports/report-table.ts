import { groupedBy } from '../interop/grouped-by';
import { shown, shownOf } from '../interop/hide-small';
import { MEASURES, measured, type Measure, type Measured, type MembershipRow } from '../interop/measures';

/** Null: hidden, because it could be told who is meant. */
export type ReportRow = { label: string } & Record<Measure, number | null>;
export type ReportTable = { rows: ReportRow[]; total: Record<Measure, number | null> };

/**
 * A period's figures by place (or by group): each woman once in a row and once in the total. What leaves the console
 * leaves like this: cells of one to four women are hidden, and where a single hidden one could be found out from the
 * total, the smallest of the others is hidden with it.
 */
export function reportTable(rows: readonly MembershipRow[], labelOf: (group: string) => string): ReportTable {
	const byLabel = [...groupedBy(rows, (row) => labelOf(row.group))].sort(([a], [b]) =>
		a.localeCompare(b, 'vi')
	);
	const counts = byLabel.map(([label, members]) => ({ label, counts: measured(members) }));
	const table = counts.map(({ label, counts }) => ({ label, ...hideCells(counts) }));
	const total = hideCells(measured(rows));
	for (const measure of MEASURES) hideOneMore(table, total, measure);
	return { rows: table, total };
}

function hideCells(counts: Measured): Record<Measure, number | null> {
	const part = (measure: Measure) => shownOf(counts[measure], counts.enrolled);
	return {
		enrolled: shown(counts.enrolled),
		active: part('active'),
		completed: part('completed'),
		badges: part('badges')
	};
}

function hideOneMore(rows: ReportRow[], total: ReportTable['total'], measure: Measure): void {
	if (rows.filter((row) => row[measure] === null).length !== 1 || total[measure] === null) return;
	const [smallest] = rows
		.filter((row) => (row[measure] ?? 0) > 0)
		.sort((a, b) => (a[measure] ?? 0) - (b[measure] ?? 0));
	if (smallest) smallest[measure] = null;
	else total[measure] = null;
}
