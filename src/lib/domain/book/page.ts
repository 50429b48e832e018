import type { Cell, Sheet } from './sheet';

export type PageWords = { language: string; title: string; lines: string[] };

const escaped = (text: string) =>
	text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/[\p{Cc}\p{Cf}]+/gu, ' ');

/**
 * The same table as a page of its own: to be printed, or kept and opened on any phone without a network. It holds no
 * script and asks for nothing from anywhere.
 */
export function pageOf({ headings, rows, sum }: Sheet, { language, title, lines }: PageWords): string {
	const cell = (tag: 'td' | 'th') => (value: Cell) =>
		typeof value === 'number'
			? `<${tag} class="n">${escaped(value.toLocaleString(language))}</${tag}>`
			: `<${tag}>${escaped(value)}</${tag}>`;
	const row = (cells: Cell[], tag: 'td' | 'th' = 'td') => `<tr>${cells.map(cell(tag)).join('')}</tr>`;
	return `<!doctype html>
<html lang="${escaped(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title><style>${STYLE}</style></head>
<body><h1>${escaped(title)}</h1>${lines.map((line) => `<p>${escaped(line)}</p>`).join('')}
<table><thead>${row(headings, 'th')}</thead><tbody>${rows.map((cells) => row(cells)).join('')}</tbody>
<tfoot>${row(sum, 'th')}</tfoot></table></body></html>
`;
}

const STYLE =
	'body{font:14px/1.4 Roboto,"Noto Sans",Arial,sans-serif;color:#17204a;margin:16px}h1{font-size:20px;margin:0 0 8px}' +
	'p{margin:2px 0}table{border-collapse:collapse;width:100%;margin-top:12px}th,td{border:1px solid #6b7396;padding:4px 6px;' +
	'text-align:left;vertical-align:top}.n{text-align:right;white-space:nowrap}thead{display:table-header-group}' +
	'tr{break-inside:avoid}@page{size:A4 landscape;margin:12mm}';
