import sharp from 'sharp';
import { readRecording, recordings } from '../recordings';

/** What a form may bring. */
export const MAX_PHOTO_BYTES = 5_000_000;
/** A phone's screen, small: its words are said beside it. */
const WIDTH = 320;
const HEIGHT = 568;
const LEAST_PX = 160;
/** Leaves most of a trick's weight to what is said. */
const MAX_BYTES = 9_000;
const QUALITIES = [60, 46, 34, 24, 16, 8] as const;
const MAX_PIXELS = 20_000_000;
const LIMITS = { limitInputPixels: MAX_PIXELS, failOn: 'error', sequentialRead: true } as const;
const TYPES = new Set(['jpeg', 'png', 'webp']);

export type PhotoFault = 'unreadable' | 'type' | 'small' | 'huge';
export type KeptPhoto = { kind: 'kept'; name: string } | { kind: 'faulty'; fault: PhotoFault };
export type Cover = { x: number; y: number };

/** Draws what was handed in anew, small, so that nothing else comes along: no place, no time, no phone's name. */
export async function keepPhoto(bytes: Uint8Array): Promise<KeptPhoto> {
	const faulty = (fault: PhotoFault): KeptPhoto => ({ kind: 'faulty', fault });
	try {
		const { format, width, height } = await sharp(bytes, { ...LIMITS, limitInputPixels: false }).metadata();
		if (!TYPES.has(format)) return faulty('type');
		if (width * height > MAX_PIXELS) return faulty('huge');
		if (Math.min(width, height) < LEAST_PX) return faulty('small');
		return { kind: 'kept', name: await encoded(bytes, []) };
	} catch {
		return faulty('unreadable');
	}
}

/** The same picture with bars over these places, for ever. */
export async function coverPhoto(name: string, covers: Cover[]): Promise<KeptPhoto> {
	const bytes = await readRecording(name);
	if (!bytes) return { kind: 'faulty', fault: 'unreadable' };
	return { kind: 'kept', name: await encoded(bytes, covers) };
}

/** A bar over a line of writing, in parts of the picture. */
const BAR = { width: 0.4, height: 0.06 };

async function encoded(bytes: Uint8Array, covers: Cover[]): Promise<string> {
	const { data, info } = await sharp(bytes, LIMITS)
		.rotate()
		.resize({ width: WIDTH, height: HEIGHT, fit: 'inside', withoutEnlargement: true })
		.flatten({ background: '#ffffff' })
		.png({ compressionLevel: 1 })
		.toBuffer({ resolveWithObject: true });
	const bars = covers.map(({ x, y }) => barAt(x, y, info));
	const covered =
		bars.length > 0 ? await sharp(data).composite(bars).png({ compressionLevel: 1 }).toBuffer() : data;
	const encode = (quality: number) => sharp(covered).webp({ quality, effort: 5 }).toBuffer();
	let made = await encode(QUALITIES[0]);
	for (const quality of QUALITIES.slice(1)) {
		if (made.length <= MAX_BYTES) break;
		made = await encode(quality);
	}
	return recordings().put(made, 'webp');
}

function barAt(x: number, y: number, info: { width: number; height: number }) {
	const width = Math.round(info.width * BAR.width);
	const height = Math.max(8, Math.round(info.height * BAR.height));
	const within = (at: number, size: number, all: number) =>
		Math.max(0, Math.min(all - size, Math.round((at / 100) * all - size / 2)));
	return {
		input: { create: { width, height, channels: 3 as const, background: '#4a4f63' } },
		left: within(x, width, info.width),
		top: within(y, height, info.height)
	};
}
