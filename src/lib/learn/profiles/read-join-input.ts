/** What a card carries: a secret in its QR code, or the eight digits printed below it. */
export type JoinInput = { secret: string } | { code: string };

const SECRET = /^[A-Za-z0-9_-]{22}$/;
export const CODE_DIGITS = 8;

/**
 * The secret of a joining link's fragment ("#…"), or undefined when it is not one.
 * The secret is 128 bits in base64url, 22 characters.
 */
export function readJoinFragment(hash: string): JoinInput | undefined {
	const secret = hash.replace(/^#/, '');
	return SECRET.test(secret) ? { secret } : undefined;
}

/** The eight digits of a card as a person types them, with spaces or dots between; undefined while incomplete. */
export function readJoinCode(typed: string): JoinInput | undefined {
	const digits = typed.replace(/[\s.-]/g, '');
	return /^\d+$/.test(digits) && digits.length === CODE_DIGITS ? { code: digits } : undefined;
}
