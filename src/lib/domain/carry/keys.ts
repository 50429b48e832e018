import { toBase64Url } from './base64-url';

/**
 * What a bundle is signed with. Ed25519 where the phone has it (Chrome since 137), else ECDSA over P-256, which every
 * phone has. Public keys travel raw; both kinds of signature have 64 bytes.
 */
export const algorithms = {
	1: { key: { name: 'Ed25519' }, sign: { name: 'Ed25519' }, publicBytes: 32 },
	2: {
		key: { name: 'ECDSA', namedCurve: 'P-256' },
		sign: { name: 'ECDSA', hash: 'SHA-256' },
		publicBytes: 65
	}
} as const;
export type AlgorithmNumber = keyof typeof algorithms;
export const SIGNATURE_BYTES = 64;

export type PublicKey = { algorithm: AlgorithmNumber; bytes: Uint8Array<ArrayBuffer> };

export const isAlgorithm = (number: number): number is AlgorithmNumber => Object.hasOwn(algorithms, number);

/** A key as text, as the server keeps it: "2:BHk…" (base64url). */
export const keyAsText = ({ algorithm, bytes }: PublicKey): string => `${algorithm}:${toBase64Url(bytes)}`;

/** What `keyAsText` can give. */
export const KEY_TEXT = /^(1:[A-Za-z0-9_-]{43}|2:B[A-Za-z0-9_-]{86})$/;

/** Whether the key signed the bytes; `unknown` where this phone cannot tell (it has no such cryptography). */
export async function verify(
	{ algorithm, bytes }: PublicKey,
	signed: Uint8Array<ArrayBuffer>,
	signature: Uint8Array<ArrayBuffer>
): Promise<'good' | 'bad' | 'unknown'> {
	const { key, sign } = algorithms[algorithm];
	const subtle = globalThis.crypto?.subtle as SubtleCrypto | undefined;
	if (!subtle) return 'unknown';
	try {
		const imported = await subtle.importKey('raw', bytes, key, false, ['verify']);
		return (await subtle.verify(sign, imported, signature, signed)) ? 'good' : 'bad';
	} catch (cause) {
		// A point that is not on the curve is somebody's forgery; an algorithm that is not here is nobody's fault.
		return (cause as { name?: unknown }).name === 'NotSupportedError' ? 'unknown' : 'bad';
	}
}
