import { describe, expect, test } from 'vitest';
import { opensOnlyHere, sheetsOf, sizeOfName, spacedCode } from './card';

describe('cards to print', () => {
	test('the code is read in two groups', () => expect(spacedCode('48210937')).toBe('4821 0937'));
	test.each([
		{ cards: 0, sheets: [] },
		{ cards: 8, sheets: [8] },
		{ cards: 9, sheets: [8, 1] }
	])('$cards cards are $sheets', ({ cards, sheets }) => {
		expect(sheetsOf(Array.from({ length: cards })).map((sheet) => sheet.length)).toEqual(sheets);
	});
	test.each([
		['Lò Thị Mẩy', 'usual'],
		['Nông Thị Hồng Nhung Nguyễn', 'long'],
		['Triệu'.repeat(14), 'longest']
	])('the name %s is printed in the size %s', (name, size) => expect(sizeOfName(name)).toBe(size));
	test.each([
		{ origin: 'http://localhost:3000', here: true },
		{ origin: 'http://127.0.0.1:3000', here: true },
		{ origin: 'http://[::1]:3000', here: true },
		{ origin: 'http://192.168.1.5:3000', here: false },
		{ origin: 'https://banmay.vn', here: false },
		{ origin: 'https://localhost.banmay.vn', here: false }
	])('$origin opens only on the server itself: $here', ({ origin, here }) => {
		expect(opensOnlyHere(origin)).toBe(here);
	});
});
