import type { Column } from '../../import/columns';
import { guessColumns, isFromKolibri } from './guess-columns';
import { privateColumns } from './private-columns';
import { readCsv } from './read-csv';
import { readXlsx } from './read-xlsx';
import { faulty, MAX_ROWS, type FileFault, type Line, type ReadLines } from './table';

/** A list as it is kept: what looked private is no longer in it. */
export type Table = {
	headings: string[];
	columns: (Column | '')[];
	rows: Line[];
	leftOut: string[];
	isKolibri: boolean;
};

/** Lists often have a title above their headings. */
const TITLES = 15;

/** Reads a list of women: CSV or XLSX, told by what is in it and not by its name. */
export async function readFile(
	bytes: Uint8Array
): Promise<{ kind: 'table'; table: Table } | { kind: 'faulty'; code: FileFault }> {
	const read = await linesIn(bytes);
	if (read.kind === 'faulty') return read;
	if (read.lines.length === 0) return faulty('import_empty');
	const at = headingAt(read.lines);
	const width = Math.max(...read.lines.slice(at).map(({ cells }) => cells.length));
	const all = Array.from({ length: width }, (_, i) =>
		(read.lines[at]?.cells[i] ?? '').normalize('NFC').trim()
	);
	const rows = read.lines.slice(at + 1);
	if (rows.length === 0) return faulty('import_only_headings');
	if (rows.length > MAX_ROWS) return faulty('import_too_many_rows');
	const hidden = privateColumns(
		all,
		rows.map(({ cells }) => cells)
	);
	const shown = <T>(list: T[]) => list.filter((_, i) => !hidden.includes(i));
	const headings = shown(all);
	return {
		kind: 'table',
		table: {
			headings,
			columns: guessColumns(headings),
			rows: rows.map(({ line, cells }) => ({
				line,
				cells: shown(Array.from({ length: width }, (_, i) => cells[i] ?? ''))
			})),
			leftOut: all.filter((_, i) => hidden.includes(i)).map((heading) => heading || '?'),
			isKolibri: isFromKolibri(all)
		}
	};
}

async function linesIn(bytes: Uint8Array): Promise<ReadLines> {
	const starts = (...signs: number[]) => signs.every((sign, i) => bytes[i] === sign);
	if (bytes.length === 0) return faulty('import_empty');
	if (starts(0x50, 0x4b, 3, 4)) return readXlsx(bytes);
	// What Excel wrote until 2003, and what it writes with a password.
	if (starts(0xd0, 0xcf, 0x11, 0xe0)) return faulty('import_old_excel');
	const isOther = [
		...[
			[0xff, 0xd8, 0xff],
			[0x89, 0x50, 0x4e, 0x47]
		],
		...[
			[0x25, 0x50, 0x44, 0x46],
			[0x47, 0x49, 0x46, 0x38]
		]
	].some((signs) => starts(...signs));
	return isOther ? faulty('import_wrong_kind') : readCsv(bytes);
}

/** The line of the first ones that is understood best; the first of all when none is. */
function headingAt(lines: Line[]): number {
	const known = lines.slice(0, TITLES).map(({ cells }) => guessColumns(cells).filter(Boolean).length);
	return Math.max(0, known.indexOf(Math.max(...known, 1)));
}
