import { describe, expect, test } from 'vitest';
import { BanksObject } from 'vietnam-qr-pay';
import { groupedNumber, holderProblem, isAccount, numberProblem, tidyHolder, tidyNumber } from './account';
import { BANKS, bankOf } from './banks';

describe('the number of an account', () => {
	test.each([
		['0123456789', '0123456789'],
		['0123.456.789', '0123456789'],
		[' 0123 456 789\u00a0', '0123456789'],
		['0123-456–789', '0123456789'],
		['０１２３４５６', '0123456']
	])('%s is %s', (typed, number) => {
		expect(tidyNumber(typed)).toBe(number);
		expect(numberProblem(typed)).toBeNull();
	});

	test.each([
		['', 'short'],
		['12345', 'short'],
		['1'.repeat(20), 'long'],
		['0123 4567 8901 2345 6789 0', 'long'],
		['LOTHIMAY', 'letters'],
		['0123456789a', 'letters'],
		['٠١٢٣٤٥٦', 'letters'],
		['0123456;789', 'letters'],
		// The example of a domestic card, and one of an international one.
		['9704 0000 0000 0018', 'card'],
		['4111111111111111', 'card']
	] as const)('%s is none: %s', (typed, problem) => expect(numberProblem(typed)).toBe(problem));

	test('nineteen digits are its most', () => expect(numberProblem('1'.repeat(19))).toBeNull());
	test('is read in fours', () => expect(groupedNumber('0123456789')).toBe('0123 4567 89'));
});

describe('the name on it', () => {
	test.each(['LO THI MAY', 'Lò Thị Mẩy', 'H’Hoa Niê', "K'Sor H-Lan", 'Lò  Thị\tMẩy'.normalize('NFD')])(
		'%s may be',
		(typed) => expect(holderProblem(typed)).toBeNull()
	);
	test('has composed letters and single blanks', () =>
		expect(tidyHolder('  Lò  Thị Mẩy '.normalize('NFD'))).toBe('Lò Thị Mẩy'.normalize('NFC')));
	test.each([
		['A', 'short'],
		['   ', 'short'],
		['A'.repeat(51), 'long'],
		['LO THI MAY 0912345678', 'strange'],
		['<b>MAY</b>', 'strange'],
		['MAY@BANK', 'strange']
	] as const)('%s may not: %s', (typed, problem) => expect(holderProblem(typed)).toBe(problem));
});

describe('banks', () => {
	test('each has a slug, a number and a sign of its own', () => {
		for (const key of ['slug', 'bin', 'name', 'sign'] as const)
			expect(new Set(BANKS.map((bank) => bank[key])).size, key).toBe(BANKS.length);
	});
	test.each(BANKS.map(({ slug, bin }) => [slug, bin]))(
		'%s has the number that the library knows, and takes transfers',
		(slug, bin) => expect(BanksObject[slug as never]).toMatchObject({ bin, vietQRStatus: 1 })
	);
	test('one that nobody knows is none', () => {
		expect(bankOf('000000')).toBeUndefined();
		const account = { bin: '970405', number: '0123456789', holder: 'LO THI MAY' };
		expect(isAccount(account)).toBe(true);
		expect(isAccount({ ...account, bin: '000000' })).toBe(false);
		expect(isAccount({ ...account, number: '0123.456.789' })).toBe(false);
	});
});
