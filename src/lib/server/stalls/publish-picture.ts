import sharp from 'sharp';
import { recordings } from '$lib/studio/server/recordings';
import type { ShownPicture } from './shapes';

/** On a phone's screen, and for who looks closely: the first alone comes with the page. */
const SMALL_PX = 480;
const LARGE_PX = 960;
/** The page's first load, 50 kB in all, leaves this much for its first picture. */
const MAX_SMALL_BYTES = 30_000;
const QUALITIES = [72, 58, 45, 32, 20] as const;
/** No phone of ours sends more than 1280 x 1280; a picture that says it has 40,000 is a trap. */
const LIMITS = { limitInputPixels: 20_000_000, failOn: 'error', sequentialRead: true } as const;

/** Copies of a picture for strangers: drawn anew, so nothing else comes along. Null: it cannot be read. */
export async function publishPicture(of: string, bytes: Uint8Array): Promise<ShownPicture | null> {
	try {
		const small = await encoded(bytes, SMALL_PX, MAX_SMALL_BYTES);
		const large = await encoded(bytes, LARGE_PX, 3 * MAX_SMALL_BYTES);
		return {
			of,
			small: await recordings().put(small.data, 'webp'),
			large: await recordings().put(large.data, 'webp'),
			width: small.info.width,
			height: small.info.height
		};
	} catch {
		return null;
	}
}

async function encoded(bytes: Uint8Array, side: number, maxBytes: number) {
	const encode = (quality: number) =>
		sharp(bytes, LIMITS)
			.rotate()
			.resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
			.flatten({ background: '#ffffff' })
			.webp({ quality, effort: 4 })
			.toBuffer({ resolveWithObject: true });
	let made = await encode(QUALITIES[0]);
	for (const quality of QUALITIES.slice(1)) {
		if (made.data.length <= maxBytes) break;
		made = await encode(quality);
	}
	return made;
}
