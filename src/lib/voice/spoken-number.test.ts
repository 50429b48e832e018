import { describe, expect, test } from 'vitest';
import { numberText, sayNumber } from './spoken-number';

describe('numbers in Vietnamese', () => {
	test.each([
		[0, 'không'],
		[5, 'năm'],
		[10, 'mười'],
		[11, 'mười một'],
		[15, 'mười lăm'],
		[20, 'hai mươi'],
		[21, 'hai mươi mốt'],
		[44, 'bốn mươi bốn'],
		[55, 'năm mươi lăm'],
		[100, 'một trăm']
	])('%i is %s', (n, text) => expect(numberText(n, 'vi')).toBe(text));

	test.each([
		[13, 'mười ba'],
		[105, 'một trăm linh năm'],
		[420, 'bốn trăm hai mươi'],
		[1400, 'một nghìn bốn trăm'],
		[10_000_000, 'mười triệu'],
		[1_250_000_000, 'một tỷ hai trăm năm mươi triệu'],
		[
			9_999_999_999_999,
			'chín trăm chín mươi chín tỷ chín trăm chín mươi chín triệu chín trăm chín mươi chín nghìn chín trăm chín mươi chín'
		],
		[1.4, 'một phẩy bốn'],
		[0.94, 'không phẩy chín'],
		[1.96, 'hai']
	])('%d is said %s', (n, text) => expect(sayNumber(n, 'vi').join(' ')).toBe(text));

	test('each piece is a number up to a hundred or one of the few words', () => {
		expect(sayNumber(1_234_567, 'vi')).toEqual([
			...['một', 'triệu', 'hai', 'trăm', 'ba mươi bốn', 'nghìn', 'năm', 'trăm', 'sáu mươi bảy']
		]);
	});
});

test.each([
	[13, 'thirteen'],
	[21, 'twenty-one'],
	[105, 'one hundred and five'],
	[1.4, 'one point four']
])('%d is said %s in English', (n, text) => expect(sayNumber(n, 'en').join(' ')).toBe(text));
