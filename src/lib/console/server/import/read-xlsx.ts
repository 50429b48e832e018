import { readXlsx as read } from 'hucre/xlsx';
import { faulty, MAX_COLUMNS, MAX_ROWS, type ReadLines } from './table';
import { looksSafe } from './unpacked-size';

/** Titles above the headings count too; one column and some rows more than are taken, to see that they are there. */
const MOST = MAX_ROWS + 20;
const RANGE = `A1:AZ${MOST + 1}`;

/** The rows of the first sheet that has any. A formula is never worked out: it stands there as it was written, and is
 * then named as faulty like any other cell that begins with "=". */
export async function readXlsx(bytes: Uint8Array): Promise<ReadLines> {
	const safe = await looksSafe(bytes);
	if (safe !== 'safe') return faulty(safe === 'bomb' ? 'import_bomb' : 'import_damaged');
	let book;
	try {
		book = await read(bytes, { range: RANGE, sheets: (info) => !info.hidden && !info.veryHidden });
	} catch {
		return faulty('import_damaged');
	}
	const sheet = book.sheets.find(({ rows }) => rows.some((row) => row.some((cell) => cell !== null)));
	if (!sheet) return faulty('import_empty');
	const formulaAt = (row: number, column: number) => sheet.cells?.get(`${row},${column}`)?.formula;
	const lines = sheet.rows
		.map((row, at) => ({
			line: at + 1,
			cells: Array.from(row, (cell, column) => {
				const formula = formulaAt(at, column);
				return formula === undefined ? textOf(cell) : `=${formula}`;
			})
		}))
		.filter(({ cells }) => cells.some((cell) => cell.trim()));
	if (lines.length > MOST) return faulty('import_too_many_rows');
	const isWide = lines.some(({ cells }) => cells.slice(MAX_COLUMNS).some((cell) => cell.trim()));
	return isWide ? faulty('import_too_many_columns') : { kind: 'lines', lines };
}

function textOf(cell: unknown): string {
	if (cell === null || cell === undefined) return '';
	if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10);
	return typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean'
		? String(cell)
		: '';
}
