import type { Cell } from './sheet';

/** What a spreadsheet may take for the beginning of a formula, also in the wide letters of some keyboards. */
const FORMULA = /^\s*[=+\-@＝＋－＠|%]/u;

/** A cell as text: nothing in it ends a cell or a line, and nothing is reckoned with. */
function written(cell: Cell): string {
	if (typeof cell === 'number') return String(cell);
	const line = cell.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ');
	const text = FORMULA.test(line) ? `'${line}` : line;
	return text.includes('"') ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * A table that Excel opens in columns and with its accents at a tap, whatever the language of its Windows: which sign
 * parts the cells of a CSV file there depends on that (Vietnamese ones differ), but not for UTF-16 with tabs. Amounts are
 * bare figures: 320000, which no language takes for a fraction.
 */
export function csvOf(lines: readonly (readonly Cell[])[]): Uint8Array<ArrayBuffer> {
	const text = lines.map((cells) => cells.map(written).join('\t') + '\r\n').join('');
	const bytes = new Uint8Array(2 + 2 * text.length);
	const view = new DataView(bytes.buffer);
	view.setUint16(0, 0xfeff, true);
	for (let at = 0; at < text.length; at++) view.setUint16(2 + 2 * at, text.charCodeAt(at), true);
	return bytes;
}
