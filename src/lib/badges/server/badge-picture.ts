import { Resvg } from '@resvg/resvg-js';
import sharp from 'sharp';
import { currentCatalog } from '$lib/server/repositories/catalog';
import { looksOf } from '../achievement';
import { drawBadge, PICTURE_PX } from '../picture';

/** The pictures of the few courses, drawn once. */
const drawn = new Map<string, Promise<{ svg: string; png: Buffer }>>();

/** The badge's picture by its slug, not baked; undefined for one that is gone.
 * @param readMedia gives the picture in its middle */
export async function badgePicture(
	slug: string,
	readMedia: (name: string) => Promise<Buffer | undefined>
): Promise<{ svg: string; png: Buffer } | undefined> {
	const look = looksOf(await currentCatalog()).get(slug);
	const inner = look && (await readMedia(look.picture));
	if (!inner) return undefined;
	const svg = drawBadge(look.color, inner.toString('utf8'));
	const known = drawn.get(svg) ?? rasterise(svg);
	drawn.set(svg, known);
	return known;
}

/** Of our own drawing only: resvg reads local files that an untrusted SVG names. */
async function rasterise(svg: string): Promise<{ svg: string; png: Buffer }> {
	const image = new Resvg(svg, {
		fitTo: { mode: 'width', value: PICTURE_PX },
		font: { loadSystemFonts: false }
	});
	const png = await sharp(image.render().asPng()).png({ palette: true, compressionLevel: 9 }).toBuffer();
	return { svg, png };
}
