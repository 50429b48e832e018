import { stringify } from 'csv-stringify/sync';
import { writeXlsx } from 'hucre/xlsx';
import type { StallLanguage } from '../../stall/public-words';
import type { Facts } from './facts-of';
import type { Template } from './templates';

type Cell = string | number;

/** The headings and a line for each product; what nobody here knows is an empty cell. */
export function linesOf({ head, columns }: Template, facts: Facts[], language: StallLanguage): Cell[][] {
	const labels = columns.map(({ label }) => label[language]);
	const keys = columns.map(({ key }) => key);
	return [
		...(head === 'keys' ? [keys, labels] : [labels]),
		...facts.map((product) => columns.map(({ from }) => (from ? product[from] : '')))
	];
}

/** With a byte order mark for spreadsheets, and nothing that they would take for a formula. */
export const sheetCsv = (lines: Cell[][]): string =>
	'\uFEFF' + stringify(lines, { escape_formulas: true, record_delimiter: 'windows' });

/**
 * The same with a second sheet that says what the columns are worth. Cells are texts or numbers, never formulas: but a
 * sheet is saved as CSV sooner or later, so what looks like one is marked here too.
 */
export async function sheetXlsx(
	template: Template,
	lines: Cell[][],
	{ title, lines: guide }: { title: string; lines: string[] }
): Promise<Uint8Array<ArrayBuffer>> {
	const columns = template.columns.map(({ width = 16 }) => ({ width }));
	const rows = lines.map((line) => line.map(harmless));
	const bytes = await writeXlsx({
		sheets: [
			{ name: template.sheet, columns, rows },
			{ name: title, columns: [{ width: 110 }], rows: guide.map((line) => [harmless(line)]) }
		]
	});
	return new Uint8Array(bytes);
}

/** As csv-stringify does it: an apostrophe before what a spreadsheet would work out. */
const harmless = (cell: Cell): Cell =>
	typeof cell === 'string' && /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/.test(cell) ? `'${cell}` : cell;
