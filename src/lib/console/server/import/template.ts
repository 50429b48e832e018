import { stringify } from 'csv-stringify/sync';
import { writeXlsx } from 'hucre/xlsx';

/** Both languages in each heading, and one line that says what is meant; left in the file, it is passed over. */
export const TEMPLATE = [
	[
		...['Họ và tên / Full name', 'Bản, thôn / Village', 'Năm sinh / Year of birth', 'Nhóm / Group'],
		'Xã, tỉnh / Commune, province',
		...['Dân tộc / Ethnicity', 'Hộ / Household', 'Khuyết tật / Disability']
	],
	[
		'Ví dụ: Lò Thị Mẩy',
		'Nà Chang',
		'1990',
		'Nhóm Nà Chang',
		'Xã Na Rì, Thái Nguyên',
		'Tày',
		'cận nghèo',
		'không'
	]
];

/** With a byte order mark, so that spreadsheets show the accents. */
export const templateCsv = (): string => '\uFEFF' + stringify(TEMPLATE, { escape_formulas: true });

export async function templateXlsx(): Promise<Uint8Array<ArrayBuffer>> {
	const widths = [28, 20, 24, 24, 28, 20, 18, 24];
	const columns = widths.map((width) => ({ width }));
	return new Uint8Array(await writeXlsx({ sheets: [{ name: 'Danh sách', columns, rows: TEMPLATE }] }));
}
