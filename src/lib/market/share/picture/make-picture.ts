import { pictureOf } from '../../stall/pictures';
import { drawPicture } from './draw-picture';
import type { OnPicture } from './on-picture';
import type { Shape } from './shapes';

export type MadePicture = { kind: 'made'; blob: Blob } | { kind: 'no_memory' };
/** `photo`: hers, small already (market/stall/shrink-photo.ts); without one the drawing of its kind stands there. */
export type Wanted = Omit<OnPicture, 'photo' | 'isDrawing'> & { photo: Blob | undefined; drawing: string };

/** Photographs in it weigh a tenth of what PNG makes of them, and every app shows them. */
const TYPE = 'image/jpeg';
const QUALITY = 0.9;

/** The picture as a file, made on the phone: one canvas at a time, and given back at once (9 MB). */
export async function makePicture(shape: Shape, { photo, drawing, ...on }: Wanted): Promise<MadePicture> {
	const canvas = document.createElement('canvas');
	const opened = await openPhoto(photo, drawing);
	try {
		drawPicture(canvas, shape, { ...on, ...opened });
		const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, TYPE, QUALITY));
		return blob ? { kind: 'made', blob } : { kind: 'no_memory' };
	} catch {
		return { kind: 'no_memory' };
	} finally {
		canvas.width = canvas.height = 0;
		if (opened.photo instanceof ImageBitmap) opened.photo.close();
	}
}

async function openPhoto(
	blob: Blob | undefined,
	drawing: string
): Promise<Pick<OnPicture, 'photo' | 'isDrawing'>> {
	const photo = blob && (await createImageBitmap(blob).catch(() => undefined));
	if (photo) return { photo, isDrawing: false };
	const image = new Image(480, 480);
	image.src = pictureOf(drawing);
	await image.decode().catch(() => undefined);
	return { photo: image, isDrawing: true };
}
