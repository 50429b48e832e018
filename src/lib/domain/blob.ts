/** Recordings and pictures that phones send (docs/decisions/0028), and how each is called in a file's name. */
export const BLOB_TYPES = {
	'audio/webm': 'webm',
	'audio/ogg': 'ogg',
	'audio/mp4': 'm4a',
	'image/jpeg': 'jpg',
	'image/webp': 'webp',
	'image/png': 'png'
} as const;
export type BlobType = keyof typeof BLOB_TYPES;

/** A minute of Opus as browsers make it unless told otherwise, and half as much again. */
export const MAX_BLOB_BYTES = 1_500_000;
/** One call's worth: ten seconds at 50 kbit/s. What breaks off costs no more than this. */
export const BLOB_PART_BYTES = 64 * 1024;
/** How many a phone asks after in one call. */
export const MAX_BLOBS_ASKED = 200;

/** The type without its codecs, or undefined when it is none that is taken. */
export function blobType(mime: string): BlobType | undefined {
	const [plain = ''] = mime.split(';');
	const type = plain.trim().toLowerCase();
	return Object.hasOwn(BLOB_TYPES, type) ? (type as BlobType) : undefined;
}

const startsWith = (bytes: Uint8Array, at: number, said: string): boolean =>
	[...said].every((letter, index) => bytes[at + index] === letter.charCodeAt(0));

const marks: Record<BlobType, (bytes: Uint8Array) => boolean> = {
	'audio/webm': (bytes) => startsWith(bytes, 0, '\x1a\x45\xdf\xa3'),
	'audio/ogg': (bytes) => startsWith(bytes, 0, 'OggS'),
	'audio/mp4': (bytes) => startsWith(bytes, 4, 'ftyp'),
	'image/jpeg': (bytes) => startsWith(bytes, 0, '\xff\xd8\xff'),
	'image/webp': (bytes) => startsWith(bytes, 0, 'RIFF') && startsWith(bytes, 8, 'WEBP'),
	'image/png': (bytes) => startsWith(bytes, 0, '\x89PNG')
};

/** Whether it begins as its type does. It may still be broken: who hears or shows it finds out. */
export const isOfType = (bytes: Uint8Array, type: BlobType): boolean => marks[type](bytes);
