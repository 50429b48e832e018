import { describe, expect, test } from 'vitest';
import { costOf, judgePrice, MAX_PRICE, noCosts, priceProblem, suggestPrice } from './price';

const bag = { material: 120_000, hours: 8, hourlyRate: 25_000, transport: 20_000 };

test.each([
	[0, 'low'],
	[-5, 'low'],
	[999, 'low'],
	[1_000, null],
	[500_000_000, null],
	[500_000_001, 'high'],
	[10_000_000_000, 'high'],
	[1_000.5, 'whole'],
	[Number.NaN, 'whole'],
	['năm mươi nghìn', 'whole'],
	['50000', 'whole'],
	[null, 'whole']
])('a price of %s: %s', (amount, problem) => expect(priceProblem(amount)).toBe(problem));

describe('a price from costs', () => {
	test('covers them and leaves something, in whole notes', () => {
		expect(costOf(bag)).toBe(340_000);
		expect(suggestPrice(bag)).toBe(410_000);
		expect(judgePrice(suggestPrice(bag), bag)).toBe('good');
	});
	test('is none without costs', () => expect(suggestPrice(noCosts)).toBe(0));
	test('is never below the smallest nor above the largest', () => {
		expect(suggestPrice({ ...noCosts, material: 10 })).toBe(1_000);
		expect(suggestPrice({ ...noCosts, material: 490_000_000 })).toBe(MAX_PRICE);
	});
	test.each([
		[300_000, 'loss'],
		[340_000, 'bare'],
		[350_000, 'good']
	])('%i is %s', (price, judged) => expect(judgePrice(price, bag)).toBe(judged));
	test('without costs every price is good', () => expect(judgePrice(1_000, noCosts)).toBe('good'));
});
