import sharp from 'sharp';
import { readRecording } from '$lib/studio/server/recordings';
import { isOnShow, type StallWithProducts } from './shapes';

/** Marketplaces want at least 600 pixels, and the picture that strangers see in large has 960. */
const QUALITY = 85;

/**
 * A photograph of this stall as JPEG, for marketplaces that fetch pictures by their address and do not know WebP. Only
 * what this stall shows now is answered. @param name the name of its large copy, without its ending
 */
export async function stallPhoto({ products }: StallWithProducts, name: string): Promise<Buffer | undefined> {
	const shown = products.filter(isOnShow).flatMap(({ shown }) => shown.photos);
	const photo = shown.find(({ large }) => large.replace(/\.\w+$/, '') === name);
	const bytes = photo && (await readRecording(photo.large));
	return bytes && sharp(bytes).jpeg({ quality: QUALITY, mozjpeg: true }).toBuffer();
}
