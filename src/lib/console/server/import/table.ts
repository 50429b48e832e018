/** As many as a form takes: a list of a whole district is smaller. */
export const MAX_FILE_BYTES = 5_000_000;
export const MAX_ROWS = 20_000;
export const MAX_COLUMNS = 50;

/** Rows of text as they stand in the file; `line` is the number that a spreadsheet shows beside it. */
export type Line = { line: number; cells: string[] };

export type FileFault =
	| 'import_empty'
	| 'import_wrong_kind'
	| 'import_old_excel'
	| 'import_encoding'
	| 'import_damaged'
	| 'import_bomb'
	| 'import_too_many_rows'
	| 'import_too_many_columns'
	| 'import_only_headings';

export type ReadLines = { kind: 'lines'; lines: Line[] } | { kind: 'faulty'; code: FileFault };

export const faulty = (code: FileFault): { kind: 'faulty'; code: FileFault } => ({ kind: 'faulty', code });
