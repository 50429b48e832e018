import sharp, { type Sharp } from 'sharp';
import { readRecording } from '$lib/studio/server/recordings';
import { isOnShow, type StallWithProducts } from './shapes';

/** What Facebook and Zalo ask for. */
const WIDTH = 1200;
const HEIGHT = 630;
/** The house's tint behind a drawing, as in a learner's scene. */
const GROUND = '#e6e9f8';

/** A product's photograph in the form of a link's preview; a drawing where there is none. JPEG: not every app that shows
 * links knows WebP. */
export async function previewPicture(
	{ stall, products }: StallWithProducts,
	wanted: string | null,
	drawingOf: (name: string) => string
): Promise<Buffer> {
	const shown = products.filter(isOnShow);
	const product = shown.find(({ id }) => id === wanted) ?? shown[0];
	const photo = product?.shown.photos[0] ?? (product ? null : stall.shown.picture);
	const bytes = photo && (await readRecording(photo.large));
	if (bytes) return jpeg(sharp(bytes).resize(WIDTH, HEIGHT, { fit: 'cover', position: 'attention' }));
	const drawing = drawingOf(product ? `kind-${product.body.name.kind ?? 'brocade'}` : 'sign-stall');
	const picture = await sharp(Buffer.from(drawing), { density: 600 }).resize(480, 480).png().toBuffer();
	return jpeg(
		sharp({ create: { width: WIDTH, height: HEIGHT, channels: 3, background: GROUND } }).composite([
			{ input: picture, gravity: 'centre' }
		])
	);
}

const jpeg = (picture: Sharp) => picture.jpeg({ quality: 80, mozjpeg: true }).toBuffer();
