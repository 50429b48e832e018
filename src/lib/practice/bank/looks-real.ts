import { passesLuhn } from '$lib/domain/luhn';
import type { RealLook } from '../model';

/**
 * Whether typed digits could be somebody's own: nothing of that kind may be typed into a toy. Spaces, dots and
 * hyphens between them do not hide it.
 * @param typed what she has typed so far
 * @param toy the toy number that she is to type here, which is never real
 */
export function looksReal(typed: string, toy = ''): RealLook | undefined {
	const digits = typed.replace(/\D/g, '');
	if (digits === toy && toy !== '') return undefined;
	// +84 and 0 before nine digits; landlines have ten after the 0.
	if (/^(0|84)[235789]\d{8}$/.test(digits) || /^02\d{9}$/.test(digits)) return 'phone';
	if (digits.length >= 13 && digits.length <= 19 && passesLuhn(digits)) return 'card';
	// Twelve digits: a citizen's card, whose first three name a province (001 to 096).
	if (digits.length === 12 && /^0\d\d[0-9]/.test(digits)) return 'id';
	if (digits.length >= 8) return 'account';
	if (digits.length === 6 && !isToyCode(digits)) return 'otp';
	return undefined;
}

/** 000000, 123456: what nobody is sent. */
const isToyCode = (digits: string) => /^(\d)\1+$/.test(digits) || '0123456789'.includes(digits);
