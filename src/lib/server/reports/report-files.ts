import { stringify } from 'csv-stringify/sync';
import { writeXlsx } from 'hucre/xlsx';

type Lines = (string | number)[][];

/** With a byte order mark for spreadsheets, and nothing that they would take for a formula. */
export const reportCsv = (lines: Lines): string => '\uFEFF' + stringify(lines, { escape_formulas: true });

/** Texts stay texts in XLSX: a place named "=1+1" is no formula there. */
export async function reportXlsx(sheets: { name: string; rows: Lines }[]): Promise<Uint8Array<ArrayBuffer>> {
	return new Uint8Array(await writeXlsx({ sheets }));
}
