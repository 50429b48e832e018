/** The characters of a QR code's alphanumeric mode, which takes 5.5 bits for each: 97 % of the code is used, and every
 * reader gives them back unchanged (bytes come back as somebody's guess at a text). RFC 9285. */
const CHARACTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
const BASE = CHARACTERS.length;

export function toBase45(bytes: Uint8Array): string {
	let text = '';
	for (let i = 0; i < bytes.length; i += 2) {
		const isPair = i + 1 < bytes.length;
		let rest = isPair ? bytes[i]! * 256 + bytes[i + 1]! : bytes[i]!;
		for (let n = isPair ? 3 : 2; n > 0; n--) {
			text += CHARACTERS[rest % BASE];
			rest = Math.floor(rest / BASE);
		}
	}
	return text;
}

/** The bytes again; undefined for what is no Base45. */
export function fromBase45(text: string): Uint8Array | undefined {
	if (text.length % 3 === 1) return undefined;
	const bytes: number[] = [];
	for (let i = 0; i < text.length; i += 3) {
		const digits = [...text.slice(i, i + 3)].map((character) => CHARACTERS.indexOf(character));
		if (digits.includes(-1)) return undefined;
		const value = digits.reduceRight((sum, digit) => sum * BASE + digit, 0);
		if (value > (digits.length === 3 ? 0xffff : 0xff)) return undefined;
		if (digits.length === 3) bytes.push(value >> 8);
		bytes.push(value & 0xff);
	}
	return Uint8Array.from(bytes);
}
