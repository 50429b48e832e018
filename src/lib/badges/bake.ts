// Baked badges (Open Badges 3.0, 5.3): the credential travels inside its picture.

const PNG_SIGN = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const KEYWORD = 'openbadgecredential';
const NAMESPACE = 'https://purl.imsglobal.org/ob/v3p0';

/** Puts the credential into an SVG, right behind its first tag. */
export function bakeSvg(svg: string, credential: string): string {
	const safe = credential.replaceAll(']]>', ']]]]><![CDATA[>');
	const element = `<openbadges:credential><![CDATA[${safe}]]></openbadges:credential>`;
	// By a function: in a text "$1" would mean the attributes, and a hash ("sha256$1…") may well hold it.
	return svg.replace(
		/<svg([^>]*)>/,
		(_, attributes: string) => `<svg xmlns:openbadges="${NAMESPACE}"${attributes}>${element}`
	);
}

/** The credential in an SVG: JSON or a compact JWS; undefined when there is none. */
export function unbakeSvg(svg: string): string | undefined {
	const verify = /<openbadges:credential\s+verify="([^"]+)"/.exec(svg)?.[1];
	if (verify) return verify;
	const inner = /<openbadges:credential[^>]*>([\s\S]*?)<\/openbadges:credential>/.exec(svg)?.[1];
	return inner?.replaceAll('<![CDATA[', '').replaceAll(']]>', '').trim() || undefined;
}

/** Puts the credential into a PNG as one uncompressed iTXt chunk, before the picture's end. */
export function bakePng(png: Uint8Array, credential: string): Uint8Array {
	const bytes = new TextEncoder().encode(credential);
	// Keyword, 0, not compressed (two bytes), no language, no translated keyword.
	const data = Uint8Array.of(...new TextEncoder().encode(KEYWORD), 0, 0, 0, 0, 0, ...bytes);
	const chunk = new Uint8Array(12 + data.length);
	const view = new DataView(chunk.buffer);
	view.setUint32(0, data.length);
	chunk.set(new TextEncoder().encode('iTXt'), 4);
	chunk.set(data, 8);
	view.setUint32(8 + data.length, crc(chunk.subarray(4, 8 + data.length)));
	const end = png.length - 12;
	const baked = new Uint8Array(png.length + chunk.length);
	baked.set(png.subarray(0, end));
	baked.set(chunk, end);
	baked.set(png.subarray(end), end + chunk.length);
	return baked;
}

/** The credential in a PNG; undefined when there is none or two of them, or when it is no PNG. */
export function unbakePng(png: Uint8Array): string | undefined {
	if (PNG_SIGN.some((byte, index) => png[index] !== byte)) return undefined;
	const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
	const found: string[] = [];
	for (let at = 8; at + 12 <= png.length;) {
		const length = view.getUint32(at);
		if (length > png.length - at - 12) return undefined;
		const type = String.fromCharCode(...png.subarray(at + 4, at + 8));
		const data = png.subarray(at + 8, at + 8 + length);
		if (type === 'iTXt' && String.fromCharCode(...data.subarray(0, KEYWORD.length + 1)) === `${KEYWORD}\0`) {
			// Behind the two bytes of compression stand a language and a translated keyword, both ended by 0.
			const language = data.indexOf(0, KEYWORD.length + 3);
			const translated = language < 0 ? -1 : data.indexOf(0, language + 1);
			if (data[KEYWORD.length + 1] !== 0 || translated < 0) return undefined;
			found.push(new TextDecoder().decode(data.subarray(translated + 1)));
		}
		at += 12 + length;
	}
	return found.length === 1 ? found[0] : undefined;
}

/** CRC-32 as PNG wants it (ISO 3309). */
function crc(bytes: Uint8Array): number {
	let value = 0xffffffff;
	for (const byte of bytes) {
		value ^= byte;
		for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
	}
	return (value ^ 0xffffffff) >>> 0;
}
