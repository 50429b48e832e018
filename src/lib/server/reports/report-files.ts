import { stringify } from 'csv-stringify/sync';
import { writeXlsx } from 'hucre/xlsx';
import { MEASURES } from '../interop/measures';
import type { ReportTable } from './report-table';

/** What a hidden cell says: not "<5", because a larger one may be hidden with it. */
const HIDDEN = '*';

/** The table as lines of cells; headings and the word for the total come in the reader's language. */
export function linesOf(
	{ rows, total }: ReportTable,
	{ headings, totalWord }: { headings: string[]; totalWord: string }
): (string | number)[][] {
	const cells = (row: ReportTable['total']) => MEASURES.map((measure) => row[measure] ?? HIDDEN);
	return [headings, ...rows.map((row) => [row.label, ...cells(row)]), [totalWord, ...cells(total)]];
}

/** With a byte order mark for spreadsheets, and nothing that they would take for a formula. */
export const reportCsv = (lines: (string | number)[][]): string =>
	'\uFEFF' + stringify(lines, { escape_formulas: true });

/** Texts stay texts in XLSX: a place named "=1+1" is no formula there. */
export async function reportXlsx(
	lines: (string | number)[][],
	name: string
): Promise<Uint8Array<ArrayBuffer>> {
	const bytes = await writeXlsx({ sheets: [{ name, rows: lines }] });
	return new Uint8Array(bytes);
}
