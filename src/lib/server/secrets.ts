import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

/** 128 random bits for the fragment of /join#<secret>: 22 characters that no one can guess. */
export const newSecret = (): string => randomBytes(16).toString('base64url');

/** Eight digits that a trainer can read out on a bad line. Weak alone: rate-limit.ts makes up for it. */
export const newCode = (): string => String(randomInt(100_000_000)).padStart(8, '0');

/** What of a card may be stored: without the pepper, which is not in the database, eight digits could be tried
 * out in a second from a stolen copy. */
export const hashOfCard = (secretOrCode: string, pepper: string): string =>
	createHmac('sha256', pepper).update(`card:${secretOrCode}`).digest('hex');

/** What of a staff link or code that opens something once may be stored, each purpose apart from the others. */
export const hashOfOnce = (purpose: 'invite' | 'code', value: string, pepper: string): string =>
	createHmac('sha256', pepper).update(`${purpose}:${value}`).digest('hex');

/** Letters and digits that are not taken for one another on paper or on the telephone. */
const PLAIN_SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Eight signs to be said or written down once: 39 bits, good for minutes and a few tries. */
export const newOnceCode = (): string =>
	Array.from({ length: 8 }, () => PLAIN_SIGNS[randomInt(PLAIN_SIGNS.length)]).join('');

/** What of a session's cookie may be stored: who reads the database cannot sign in with what she finds there. */
export const hashOfCookie = (value: string): string => createHash('sha256').update(value).digest('hex');

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** A random id in PocketBase's fast pattern (docs/decisions/0006): 26 of 36 letters are 134 bits. */
export const newPublicId = (length = 26): string =>
	Array.from({ length }, () => LETTERS[randomInt(LETTERS.length)]).join('');

/** Whether two secrets are the same, in a time that does not say where they differ. */
export function isSameSecret(one: string, other: string): boolean {
	const [a, b] = [one, other].map((text) => createHash('sha256').update(text).digest());
	return timingSafeEqual(a as Buffer, b as Buffer);
}
