import { fromBase64Url, toBase64Url } from './base64url';

// Public keys as multikeys (W3C Controlled Identifiers 1.0, 2.2.2): "z", base 58, two bytes that name the kind of key.

const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const KINDS = { ed25519: [0xed, 0x01], p256: [0x80, 0x24] } as const;
export type KeyKind = keyof typeof KINDS;
export type PublicKey = { kind: KeyKind; bytes: Uint8Array };

/** P-256 (FIPS 186-5): y² = x³ - 3x + b modulo p. */
const P = 2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n;
const B = 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn;

export function toMultikey({ kind, bytes }: PublicKey): string {
	return `z${base58(Uint8Array.of(...KINDS[kind], ...bytes))}`;
}

/** @returns undefined for what is no key of the two kinds */
export function fromMultikey(text: string): PublicKey | undefined {
	const bytes = text.startsWith('z') && text.length <= 100 ? unbase58(text.slice(1)) : undefined;
	if (bytes?.length === 34 && bytes[0] === 0xed && bytes[1] === 0x01)
		return { kind: 'ed25519', bytes: bytes.slice(2) };
	if (bytes?.length === 35 && bytes[0] === 0x80 && bytes[1] === 0x24)
		return { kind: 'p256', bytes: bytes.slice(2) };
	return undefined;
}

/** The multikey of a P-256 key given as a JWK. */
export function p256Multikey({ x, y }: { x: string; y: string }): string {
	const isOdd = ((fromBase64Url(y).at(-1) ?? 0) & 1) === 1;
	return toMultikey({ kind: 'p256', bytes: Uint8Array.of(isOdd ? 3 : 2, ...fromBase64Url(x)) });
}

export type EcJwk = { kty: 'EC'; crv: 'P-256'; x: string; y: string };

/** The JWK of a P-256 multikey; undefined when its point is not on the curve. */
export function jwkOf({ kind, bytes }: PublicKey): EcJwk | undefined {
	if (kind !== 'p256' || bytes.length !== 33 || (bytes[0] !== 2 && bytes[0] !== 3)) return undefined;
	const x = bytes.slice(1).reduce((number, byte) => number * 256n + BigInt(byte), 0n);
	if (x >= P) return undefined;
	const squared = (((x * x * x - 3n * x + B) % P) + P) % P;
	// p is 3 modulo 4, so this power is the root, if there is one.
	const root = power(squared, (P + 1n) / 4n);
	if ((root * root) % P !== squared) return undefined;
	const y = (root & 1n) === BigInt(bytes[0] & 1) ? root : P - root;
	return { kty: 'EC', crv: 'P-256', x: toBase64Url(bytes.slice(1)), y: toBase64Url(bytesOf(y)) };
}

function power(base: bigint, exponent: bigint): bigint {
	let result = 1n;
	for (let square = base % P; exponent > 0n; exponent >>= 1n, square = (square * square) % P)
		if (exponent & 1n) result = (result * square) % P;
	return result;
}

const bytesOf = (number: bigint) =>
	Uint8Array.from(number.toString(16).padStart(64, '0').match(/../g) ?? [], (pair) => parseInt(pair, 16));

function base58(bytes: Uint8Array): string {
	let number = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
	let text = '';
	for (; number > 0n; number /= 58n) text = `${BASE58[Number(number % 58n)]}${text}`;
	return '1'.repeat(leading(bytes, 0)) + text;
}

function unbase58(text: string): Uint8Array | undefined {
	let number = 0n;
	for (const letter of text) {
		const digit = BASE58.indexOf(letter);
		if (digit < 0) return undefined;
		number = number * 58n + BigInt(digit);
	}
	const bytes: number[] = [];
	for (; number > 0n; number /= 256n) bytes.unshift(Number(number % 256n));
	return Uint8Array.of(...Array<number>(leading([...text], '1')).fill(0), ...bytes);
}

function leading<T>(list: ArrayLike<T>, what: T): number {
	let count = 0;
	while (count < list.length && list[count] === what) count++;
	return count;
}
