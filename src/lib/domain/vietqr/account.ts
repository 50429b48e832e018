import { passesLuhn } from '../luhn';
import { bankOf } from './banks';

/**
 * Her own account, for who pays her. The only real number of a bank that this app ever takes, and it never leaves her
 * phone but in a picture that she sends herself (docs/decisions/0035).
 */
export type Account = {
	/** The number of her bank in the transfer network. */
	bin: string;
	/** Digits only. */
	number: string;
	/** The name that who pays will see, as her bank writes it. */
	holder: string;
};

/** The standard has room for 19 signs; no bank gives fewer than six. */
export const MIN_NUMBER = 6;
export const MAX_NUMBER = 19;
const MAX_HOLDER = 50;

/**
 * Why a number is no account's. Each is a sentence that says what to do (`share.account.<code>`).
 * letters: a nickname of an account is none of its number. card: it stands on her card, where nobody can pay to, and a
 * card's number is shown to nobody.
 */
export type NumberProblem = 'letters' | 'short' | 'long' | 'card';
export type HolderProblem = 'short' | 'long' | 'strange';

/** What she typed or pasted without the blanks, dots and hyphens that people group digits by. */
export const tidyNumber = (typed: string): string => typed.normalize('NFKC').replace(/[\s.\-–]/gu, '');

export function numberProblem(typed: string): NumberProblem | null {
	const number = tidyNumber(typed);
	if (/[^0-9]/.test(number)) return 'letters';
	if (number.length < MIN_NUMBER) return 'short';
	if (number.length > MAX_NUMBER) return 'long';
	return isCard(number) ? 'card' : null;
}

/** Cards of Vietnam's own network begin with 9704, the others with 4, 5 or 6; all of 16 digits carry Luhn's check. */
const isCard = (number: string) =>
	passesLuhn(number) && (/^9704\d{12}(\d{3})?$/.test(number) || /^[456]\d{15}$/.test(number));

export const tidyHolder = (typed: string): string => typed.normalize('NFC').replace(/\s+/gu, ' ').trim();

/** Names have letters; what else stands in one would be read by who pays, so it may be nothing else. */
export function holderProblem(typed: string): HolderProblem | null {
	const holder = tidyHolder(typed);
	if (holder.length < 2) return 'short';
	if ([...holder].length > MAX_HOLDER) return 'long';
	return /^[\p{L}\p{M} .'’-]+$/u.test(holder) ? null : 'strange';
}

/** A known bank, a number and a name that may be: what the phone keeps. */
export const isAccount = ({ bin, number, holder }: Account): boolean =>
	bankOf(bin) !== undefined &&
	tidyNumber(number) === number &&
	numberProblem(number) === null &&
	holderProblem(holder) === null;

/** In fours, as it is read out: "0123 4567 89". */
export const groupedNumber = (number: string): string => number.replace(/(\d{4})(?=\d)/g, '$1 ');
