import { test as property } from '@fast-check/vitest';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { passesLuhn } from '$lib/domain/luhn';
import { looksReal } from './looks-real';
import { isWeakCode } from './model';

describe('what may be typed into a toy', () => {
	test.each([
		{ typed: '0912345678', says: 'phone' },
		{ typed: '0912 345 678', says: 'phone' },
		{ typed: '+84912345678', says: 'phone' },
		{ typed: '02438222222', says: 'phone' },
		{ typed: '4111111111111111', says: 'card' },
		{ typed: '4111-1111-1111-1111', says: 'card' },
		{ typed: '9704366800000000002', says: 'account' },
		{ typed: '001199012345', says: 'id' },
		{ typed: '482913', says: 'otp' },
		{ typed: '19036789', says: 'account' },
		{ typed: '123456', says: undefined },
		{ typed: '000000', says: undefined },
		{ typed: '4172', says: undefined },
		{ typed: '500000', says: 'otp' },
		{ typed: '', says: undefined }
	])('$typed looks like $says', ({ typed, says }) => {
		expect(looksReal(typed)).toBe(says);
	});

	test('the toy number on the paper is never refused', () => {
		expect(looksReal('500000', '500000')).toBeUndefined();
		expect(looksReal('500001', '500000')).toBe('otp');
	});

	property.prop([fc.stringMatching(/^\d{15}$/)])('every card number is refused', (digits) => {
		const check = [...'0123456789'].find((last) => passesLuhn(digits + last)) ?? '';
		expect(looksReal(digits + check)).toBe('card');
	});

	property.prop([fc.constantFrom('3', '5', '7', '8', '9'), fc.stringMatching(/^\d{8}$/)])(
		'every mobile number is refused',
		(operator, rest) => {
			expect(looksReal(`0${operator}${rest}`)).toBe('phone');
		}
	);
});

describe('a code that anybody guesses', () => {
	test.each(['0000', '1234', '4321', '7890', '1990', '2024'])('%s is weak', (code) => {
		expect(isWeakCode(code)).toBe(true);
	});
	test.each(['4725', '0391', '8062'])('%s is not', (code) => {
		expect(isWeakCode(code)).toBe(false);
	});
});
