import { JUDGED_PX, judge, measure, type Verdict } from './coach';

/** Longest side of what is kept: a buyer sees 960, a poster needs a little more. */
export const MAX_SIDE_PX = 1280;
/** Four pictures of a product go out over a village's line in a few minutes. */
export const MAX_PHOTO_BYTES = 200_000;
/** Larger files than a phone's camera makes are not read: they would only stop the page. */
const MAX_FILE_BYTES = 40_000_000;

export type Photo = { kind: 'photo'; blob: Blob; verdict: Verdict };
/** `unreadable`: no picture, or one that this browser cannot open. `memory`: the phone has no room to open it. */
export type NoPhoto = { kind: 'no_photo'; why: 'unreadable' | 'memory' };

/** What is tried, one after the other, until it is small enough. */
const ATTEMPTS = [
	{ side: MAX_SIDE_PX, quality: 0.8 },
	{ side: MAX_SIDE_PX, quality: 0.62 },
	{ side: 960, quality: 0.6 },
	{ side: 720, quality: 0.5 },
	{ side: 480, quality: 0.5 }
] as const;

/**
 * A small copy of a picture, turned as it was taken, drawn anew: of where and with what it was taken nothing is left.
 * Also judges it, on the phone. One picture is open at a time: 12 megapixels are 48 MB.
 */
export async function shrinkPhoto(file: Blob): Promise<Photo | NoPhoto> {
	if (file.size === 0 || file.size > MAX_FILE_BYTES) return { kind: 'no_photo', why: 'unreadable' };
	let picture: ImageBitmap;
	try {
		picture = await open(file);
	} catch (cause) {
		const isFull = cause instanceof RangeError || (cause as DOMException).name === 'QuotaExceededError';
		return { kind: 'no_photo', why: isFull ? 'memory' : 'unreadable' };
	}
	try {
		const verdict = judge(measure(pixelsOf(picture)));
		for (const attempt of ATTEMPTS) {
			const blob = await encoded(picture, attempt);
			if (blob && blob.size <= MAX_PHOTO_BYTES) return { kind: 'photo', blob, verdict };
		}
		return { kind: 'no_photo', why: 'memory' };
	} catch {
		return { kind: 'no_photo', why: 'memory' };
	} finally {
		picture.close();
	}
}

/** Scaled while it is read, where the browser can: the whole picture is then never held. */
async function open(file: Blob): Promise<ImageBitmap> {
	const options = {
		resizeWidth: MAX_SIDE_PX,
		resizeQuality: 'medium',
		imageOrientation: 'from-image'
	} as const;
	return createImageBitmap(file, options).catch(() => createImageBitmap(file));
}

function drawn(picture: ImageBitmap, side: number): [HTMLCanvasElement, CanvasRenderingContext2D] {
	const scale = Math.min(1, side / Math.max(picture.width, picture.height));
	const canvas = document.createElement('canvas');
	canvas.width = Math.max(1, Math.round(picture.width * scale));
	canvas.height = Math.max(1, Math.round(picture.height * scale));
	const context = canvas.getContext('2d', { willReadFrequently: side <= JUDGED_PX });
	if (!context) throw new RangeError('no canvas');
	// What is transparent becomes white, not black.
	context.fillStyle = '#fff';
	context.fillRect(0, 0, canvas.width, canvas.height);
	context.drawImage(picture, 0, 0, canvas.width, canvas.height);
	return [canvas, context];
}

function pixelsOf(picture: ImageBitmap): ImageData {
	const [canvas, context] = drawn(picture, JUDGED_PX);
	return context.getImageData(0, 0, canvas.width, canvas.height);
}

/** WebP where the browser makes it; elsewhere (iOS) it hands out a PNG without a word, and then JPEG. */
async function encoded(
	picture: ImageBitmap,
	{ side, quality }: (typeof ATTEMPTS)[number]
): Promise<Blob | null> {
	const [canvas] = drawn(picture, side);
	const as = (type: string) => new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, quality));
	const webp = await as('image/webp');
	const blob = webp?.type === 'image/webp' ? webp : await as('image/jpeg');
	canvas.width = canvas.height = 0;
	return blob;
}
