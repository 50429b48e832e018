/** A word of twelve letters or a sentence: length is what a guesser cannot buy (NIST SP 800-63B). */
export const MIN_PASSWORD_LENGTH = 12;
/** bcrypt takes 72 bytes and no more. */
const MAX_PASSWORD_BYTES = 71;
/** "aaaaaaaaaaaa" and "121212121212" are twelve letters, too. */
const MIN_DIFFERENT = 5;

export type PasswordFault = 'password_short' | 'password_long' | 'password_plain';

/** One way to write what was typed: keyboards put Vietnamese marks together in two. */
export const tidyPassword = (typed: string): string => typed.normalize('NFC');

/** Why a password cannot be taken; null: it can. `email`: her sign-in name, which is no secret. */
export function faultOfPassword(typed: string, email: string): PasswordFault | null {
	const password = tidyPassword(typed);
	const letters = [...password];
	if (letters.length < MIN_PASSWORD_LENGTH) return 'password_short';
	if (new TextEncoder().encode(password).length > MAX_PASSWORD_BYTES) return 'password_long';
	const isPlain = new Set(letters).size < MIN_DIFFERENT || isRun(letters);
	const saysWho = [email, email.split('@')[0]].some((name) => name && password.toLowerCase() === name);
	return isPlain || saysWho ? 'password_plain' : null;
}

/** "123456789012", "abcdefghijkl": each sign follows the one before, in a circle of ten or of letters. */
function isRun(letters: string[]): boolean {
	const codes = letters.map((letter) => letter.charCodeAt(0));
	return codes.slice(1).every((code, i) => {
		const step = code - codes[i]!;
		return step === 1 || step === -9;
	});
}
