import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const keyFrom = (pepper: string) => Buffer.from(hkdfSync('sha256', pepper, '', 'ban-may interop secret', 32));

/** Other systems' passwords stand in the database only under a key that is not there: a stolen backup opens nothing. */
export function seal(secret: string, pepper: string): string {
	const nonce = randomBytes(NONCE_BYTES);
	const cipher = createCipheriv('aes-256-gcm', keyFrom(pepper), nonce);
	const hidden = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
	return Buffer.concat([nonce, cipher.getAuthTag(), hidden]).toString('base64url');
}

/** Null: it was sealed with another pepper, or damaged. */
export function unseal(sealed: string, pepper: string): string | null {
	const bytes = Buffer.from(sealed, 'base64url');
	if (bytes.length < NONCE_BYTES + TAG_BYTES) return null;
	const decipher = createDecipheriv('aes-256-gcm', keyFrom(pepper), bytes.subarray(0, NONCE_BYTES));
	decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
	try {
		const shown = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES));
		return Buffer.concat([shown, decipher.final()]).toString('utf8');
	} catch {
		return null;
	}
}
