/** Tried on a phone at 4x slow: about 0.1 s. Nine pictures make 729 codes, so no number of rounds withstands
 * somebody with tools; it keeps the code from being read off the database by eye. */
const ROUNDS = 20_000;

export type KeptCode = { salt: string; hash: string };

/** Hashes three pictures, in order, with a salt. */
export async function hashCode(pictures: readonly string[], salt: string): Promise<KeptCode> {
	const text = pictures.join(' ');
	const subtle = globalThis.crypto?.subtle;
	return { salt, hash: subtle ? `p:${await derived(subtle, text, salt)}` : `f:${mixed(text, salt)}` };
}

/** Whether the pictures are those of the code, whichever way it was hashed when it was set. */
export async function isCode(pictures: readonly string[], kept: KeptCode): Promise<boolean> {
	const text = pictures.join(' ');
	if (kept.hash.startsWith('f:')) return kept.hash === `f:${mixed(text, kept.salt)}`;
	return (await hashCode(pictures, kept.salt)).hash === kept.hash;
}

export function newSalt(): string {
	return hex(crypto.getRandomValues(new Uint8Array(16)));
}

async function derived(subtle: SubtleCrypto, text: string, salt: string): Promise<string> {
	const bytes = (value: string) => new TextEncoder().encode(value);
	const key = await subtle.importKey('raw', bytes(text), 'PBKDF2', false, ['deriveBits']);
	const how = { name: 'PBKDF2', hash: 'SHA-256', salt: bytes(salt), iterations: ROUNDS };
	return hex(new Uint8Array(await subtle.deriveBits(how, key, 256)));
}

/** For pages without a secure context (a hub at http://192.168.x.x), where browsers give no crypto.subtle:
 * FNV-1a, many times over. */
function mixed(text: string, salt: string): string {
	let hash = 0x811c9dc5;
	for (let round = 0; round < ROUNDS / 10; round++)
		for (const char of salt + text + round) hash = Math.imul(hash ^ char.codePointAt(0)!, 0x01000193) >>> 0;
	return hash.toString(16).padStart(8, '0');
}

function hex(bytes: Uint8Array): string {
	return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
