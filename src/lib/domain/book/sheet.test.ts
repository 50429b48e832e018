import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvOf } from './csv';
import type { BookEntry } from './entry';
import { foldBook } from './fold-book';
import { pageOf } from './page';
import { COLUMNS, sheetOf, type SheetWords } from './sheet';

const words: SheetWords = {
	headings: Object.fromEntries(COLUMNS.map((name) => [name, name])) as SheetWords['headings'],
	order: ({ name }) => name.text ?? 'món hàng',
	purpose: ({ purpose }) => purpose,
	state: ({ paid }) => (paid ? 'đã nhận tiền' : 'chưa'),
	sum: 'Cộng'
};
const base = { atMs: Date.UTC(2026, 10, 24), month: '2026-11' };
const ordered = { kind: 'order', product: null, count: 2, price: 320_000, voiceMs: null, taken: 0 } as const;
const entries: BookEntry[] = [
	{ ...base, ...ordered, id: 'a', n: 1, name: { text: 'Mật ong' }, buyer: 'Chị Hoa' },
	{ ...base, kind: 'step', id: 'b', n: 2, of: 'a', step: 'paid', done: true, taken: 0 },
	{ ...base, ...ordered, id: 'c', n: 3, name: { text: '=cmd|1' }, buyer: '@SUM(A1)', month: '2026-10' },
	{ ...base, kind: 'money', id: 'd', n: 4, way: 'out', amount: 50_000, purpose: 'material' },
	{ ...base, kind: 'money', id: 'e', n: 5, way: 'out', amount: 7_000, purpose: 'food' },
	{ ...base, kind: 'struck', id: 'f', n: 6, of: 'e', done: true, taken: 0 }
];
const book = foldBook(entries);
const read = (bytes: Uint8Array) =>
	parse(new TextDecoder('utf-16le').decode(bytes), {
		delimiter: '\t',
		bom: true
	});

describe('the table', () => {
	test('has what counts, in its order, and its sums; not what is struck out, nor who bought', () => {
		const sheet = sheetOf(book, words, { months: null, withBuyers: false });
		expect(sheet.rows).toEqual([
			['2026-11', '2026-11-24', 'Mật ong', 2, 320_000, 640_000, '', 'đã nhận tiền'],
			['2026-10', '2026-11-24', '=cmd|1', 2, 320_000, '', '', 'chưa'],
			['2026-11', '2026-11-24', 'material', '', '', '', 50_000, '']
		]);
		expect(sheet.sum).toEqual(['Cộng', '', '', '', '', 640_000, 50_000, '']);
		expect(sheet).toMatchObject({ orders: 2, money: 1, in: 640_000, out: 50_000 });
		expect(JSON.stringify(sheet)).not.toContain('Hoa');
	});
	test('names who bought when she wants it', () =>
		expect(sheetOf(book, words, { months: null, withBuyers: true }).rows[0]).toContain('Chị Hoa'));
	test('of a month has only that month', () =>
		expect(sheetOf(book, words, { months: ['2026-10'], withBuyers: false }).rows).toHaveLength(1));
});

describe('the file', () => {
	test('is UTF-16 with tabs, whatever Windows takes between cells, and says what the table says', () => {
		const sheet = sheetOf(book, words, { months: null, withBuyers: true });
		const bytes = csvOf([sheet.headings, ...sheet.rows, sheet.sum]);
		expect([...bytes.slice(0, 2)]).toEqual([0xff, 0xfe]);
		const lines = read(bytes);
		expect(lines[1]).toEqual([
			...['2026-11', '2026-11-24', 'Mật ong', '2', '320000', '640000', '', 'đã nhận tiền', 'Chị Hoa']
		]);
		expect(lines.at(-1)![5]).toBe('640000');
	});
	test.each(['=1+1', '+84', '-2', '@a', '  =1', '＝1', '\t=1', '|x', '%x', '\r\n=1'])(
		'reckons with nothing: %j',
		(text) => expect(read(csvOf([[text]]))[0]![0]).toMatch(/^'/)
	);
	test('keeps each cell in its place whatever stands in it, and no cell begins a formula', () =>
		fc.assert(
			fc.property(
				fc.array(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 3, maxLength: 3 }), { minLength: 1 }),
				(lines) => {
					const back = read(csvOf(lines));
					expect(back.every((cells) => cells.length === 3)).toBe(true);
					expect(back.flat().every((cell) => !/^\s*[=+\-@]/.test(cell))).toBe(true);
				}
			)
		));
	test('a number below zero stays a number', () => expect(read(csvOf([[-5]]))[0]).toEqual(['-5']));
});

describe('the page', () => {
	test('holds text as text and asks for nothing', () => {
		const evil = foldBook([{ ...entries[0]!, name: { text: '<script src=//x></script>' } } as BookEntry]);
		const sheet = sheetOf(evil, words, { months: null, withBuyers: false });
		const page = pageOf(sheet, { language: 'vi', title: 'Sổ <b>', lines: ['"&'] });
		expect(page).not.toMatch(/<script|<b>|src=\/\/x>/);
		expect(page).toContain('&#60;script src=//x&#62;');
		expect(page).toContain('640.000'.replace('640', '320'));
	});
});
