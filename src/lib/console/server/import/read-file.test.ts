import { writeXlsx } from 'hucre/xlsx';
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readFile } from './read-file';
import { templateCsv, templateXlsx } from './template';

const bytes = (text: string) => new TextEncoder().encode(text);
const read = async (content: Uint8Array | string) => {
	const found = await readFile(typeof content === 'string' ? bytes(content) : content);
	return found.kind === 'table' ? found.table : found.code;
};
const utf16 = (text: string, bigEndian = false) => {
	const buffer = Buffer.from(`\uFEFF${text}`, 'utf16le');
	return new Uint8Array(bigEndian ? buffer.swap16() : buffer);
};

const LIST = 'Họ tên,Bản,Năm sinh\nLò Thị Mẩy,Nà Chang,1990\n';

test.each([
	['UTF-8', bytes(LIST)],
	['UTF-8 with a mark', bytes(`\uFEFF${LIST}`)],
	['UTF-16', utf16(LIST)],
	['UTF-16, the other way round', utf16(LIST, true)],
	['semicolons', bytes(LIST.replaceAll(',', ';'))],
	['tabs', bytes(LIST.replaceAll(',', '\t'))],
	['lines of Windows', bytes(LIST.replaceAll('\n', '\r\n'))],
	[
		'decomposed headings',
		bytes(LIST.normalize('NFD').replace('Lò Thị Mẩy,Nà Chang'.normalize('NFD'), 'Lò Thị Mẩy,Nà Chang'))
	],
	['a title above', bytes(`DANH SÁCH NHÓM\n\n${LIST}`)]
] as [string, Uint8Array][])('a list in %s', async (_says, content) => {
	expect(await read(content)).toMatchObject({
		headings: ['Họ tên', 'Bản', 'Năm sinh'],
		columns: ['name', 'village', 'birthYear'],
		rows: [{ cells: ['Lò Thị Mẩy', 'Nà Chang', '1990'] }]
	});
});

test('the template comes back as it was written', async () => {
	for (const file of [bytes(templateCsv()), await templateXlsx()])
		expect(await read(file)).toMatchObject({
			columns: ['name', 'village', 'birthYear', 'group', 'commune', 'ethnicity', 'household', 'disability'],
			rows: [
				{
					line: 2,
					cells: [
						'Ví dụ: Lò Thị Mẩy',
						'Nà Chang',
						'1990',
						'Nhóm Nà Chang',
						'Xã Na Rì, Thái Nguyên',
						'Tày',
						'cận nghèo',
						'không'
					]
				}
			],
			leftOut: []
		});
});

test('phone and identity numbers are left out, by heading or by what they look like', async () => {
	const found = await read(
		'Họ tên,Số ĐT,Ghi chú,CCCD,Năm sinh\nLan,,024 12.345-67,,1990\nMai,,0912 345 678,x,1985\n'
	);
	expect(found).toMatchObject({ headings: ['Họ tên', 'Năm sinh'], leftOut: ['Số ĐT', 'Ghi chú', 'CCCD'] });
	expect(JSON.stringify(found)).not.toContain('345');
});

test("Kolibri's users", async () => {
	const csv =
		'Database ID (UUID),Username (USERNAME),Password (PASSWORD),Full name (FULL_NAME),User type (USER_TYPE),Identifier (IDENTIFIER),Birth year (BIRTH_YEAR),Gender (GENDER),Learner enrolled in class(es) (ENROLLED_IN),Coach assigned to class(es) (ASSIGNED_TO)\nab,may,*,Lò Thị Mẩy,LEARNER,123,1990,FEMALE,Lớp A,\n';
	expect(await read(csv)).toMatchObject({
		isKolibri: true,
		columns: ['', '', 'name', 'kind', 'birthYear', '', 'group', ''],
		leftOut: ['Password (PASSWORD)', 'Identifier (IDENTIFIER)']
	});
});

test('a formula is not worked out, a date is a date', async () => {
	const file = await writeXlsx({
		sheets: [
			{
				name: 'a',
				rows: [
					['Họ tên', 'Năm sinh'],
					['x', new Date('1990-05-01T00:00:00Z')],
					['Lan', 1990]
				],
				cells: new Map([['1,0', { formula: '1+1', value: 2 }]])
			}
		]
	});
	const found = await read(file);
	expect(found).toMatchObject({
		rows: [
			{ line: 2, cells: ['=1+1', '1990-05-01'] },
			{ line: 3, cells: ['Lan', '1990'] }
		]
	});
});

test('a bomb is not opened, however it calls its size', { timeout: 60_000 }, async () => {
	const bomb = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(80 * 1024 * 1024) });
	expect(bomb.length).toBeLessThan(200_000);
	// Its declared size says nothing.
	const at = Buffer.from(bomb).lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]));
	bomb.set([10, 0, 0, 0], at + 24);
	expect(await read(bomb)).toBe('import_bomb');
});

test('a sheet with one cell in the far corner is read as far as lists go', { timeout: 20_000 }, async () => {
	const xml = (text: string) => bytes(`<?xml version="1.0" encoding="UTF-8"?>${text}`);
	const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
	const office = 'http://schemas.openxmlformats.org';
	const cell = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
	const file = zipSync({
		'[Content_Types].xml': xml(
			`<Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/></Types>`
		),
		'_rels/.rels': xml(
			`<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="r1" Type="${office}/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`
		),
		'xl/workbook.xml': xml(
			`<workbook xmlns="${office}/spreadsheetml/2006/main" xmlns:r="${office}/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>`
		),
		'xl/_rels/workbook.xml.rels': xml(
			`<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="r1" Type="${office}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`
		),
		'xl/worksheets/sheet1.xml': xml(
			`<worksheet xmlns="${office}/spreadsheetml/2006/main"><sheetData><row r="1">${cell('A1', 'Họ tên')}</row><row r="2">${cell('A2', 'Lan')}</row><row r="1048576">${cell('XFD1048576', 'x')}</row></sheetData></worksheet>`
		)
	});
	const found = await read(file);
	expect(typeof found === 'string' ? found : found.rows.map(({ line }) => line)).toEqual([2]);
});

test('a quote that never closes is a file that is not whole', async () => {
	expect(await read(`Họ tên,Bản\n"Lan,${'x'.repeat(70_000)}`)).toBe('import_damaged');
});
