import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import { faulty, MAX_COLUMNS, MAX_ROWS, type Line, type ReadLines } from './table';

/** Longer than any cell that is meant. */
const MAX_RECORD_CHARACTERS = 64 * 1024;
/** Titles above the headings count too. */
const MOST = MAX_ROWS + 20;
/** A picture or a program is full of these; a list of names has none. */
const MAX_STRANGE_SHARE = 0.01;

/** The rows of a text file: in UTF-8 or UTF-16, parted by comma, semicolon or tab. */
export function readCsv(bytes: Uint8Array): ReadLines {
	const text = textIn(bytes);
	if (text === null) return faulty('import_encoding');
	if (!text.trim()) return faulty('import_empty');
	if (isNoText(text)) return faulty('import_wrong_kind');
	try {
		const records = parse(text, {
			delimiter: delimiterOf(text),
			relax_column_count: true,
			relax_quotes: true,
			skip_empty_lines: false,
			info: true,
			max_record_size: MAX_RECORD_CHARACTERS,
			to: MOST + 1
		}) as unknown as { info: { lines: number }; record: string[] }[];
		const lines = records
			.map(({ info, record }): Line => ({ line: info.lines, cells: record }))
			.filter(({ cells }) => cells.some((cell) => cell.trim()));
		if (lines.some(({ cells }) => cells.length > MAX_COLUMNS)) return faulty('import_too_many_columns');
		return records.length > MOST ? faulty('import_too_many_rows') : { kind: 'lines', lines };
	} catch (cause) {
		// A quote that never closes, in a file that was cut off.
		if (cause instanceof CsvError) return faulty('import_damaged');
		throw cause;
	}
}

/** The text of a file; null when it is in an encoding that cannot be told. */
function textIn(bytes: Uint8Array): string | null {
	const decode = (encoding: string) => {
		try {
			return new TextDecoder(encoding, { fatal: true }).decode(bytes);
		} catch {
			return null;
		}
	};
	const [a, b] = bytes;
	if (a === 0xff && b === 0xfe) return decode('utf-16le');
	if (a === 0xfe && b === 0xff) return decode('utf-16be');
	if (bytes.length > 3 && bytes[1] === 0 && bytes[3] === 0) return decode('utf-16le');
	return decode('utf-8');
}

function isNoText(text: string): boolean {
	const start = text.slice(0, 4096);
	// eslint-disable-next-line no-control-regex
	const strange = start.match(/[\u0000-\u0008\u000e-\u001f\ufffd]/g)?.length ?? 0;
	return strange > start.length * MAX_STRANGE_SHARE;
}

/** One only: csv-parse would split at each that is listed. The first line that has any says which. */
function delimiterOf(text: string): string {
	const line = text.split(/\r?\n/, 20).find((one) => /[,;\t]/.test(one)) ?? '';
	const bare = line.replace(/"[^"]*"/g, '');
	const times = (sign: string) => bare.split(sign).length;
	return [',', ';', '\t'].reduce((most, sign) => (times(sign) > times(most) ? sign : most));
}
