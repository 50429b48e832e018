const LETTERS = '0123456789abcdefghijklmnopqrstuvwxyz';
const LENGTH = 15;
/** Bytes at and above it would make some letters likelier than others. */
const FAIR = 256 - (256 % LETTERS.length);

/** An id for a woman whom no server knows yet: of PocketBase's form, 77 random bits. */
export function newPersonId(
	random = (bytes: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(bytes)
): string {
	let id = '';
	while (id.length < LENGTH)
		for (const byte of random(new Uint8Array(LENGTH)))
			if (byte < FAIR && id.length < LENGTH) id += LETTERS[byte % LETTERS.length];
	return id;
}
