import { Resvg } from '@resvg/resvg-js';
import sharp from 'sharp';
import type { Pattern } from '$lib/domain/pattern';
import { currentCatalog } from '$lib/server/repositories/catalog';
import { looksOf } from '../achievement';
import { drawBadge, PICTURE_PX } from '../picture';

type Drawn = { svg: string; png: Buffer };
/** The pictures that were asked for last: each course in the pattern of each group, 100 kB apiece. */
const drawn = new Map<string, Promise<Drawn>>();
const MAX_DRAWN = 100;

/** The badge's picture by its slug, not baked; undefined for one that is gone.
 * @param readMedia gives the picture in its middle */
export async function badgePicture(
	slug: string,
	pattern: Pattern,
	readMedia: (name: string) => Promise<Buffer | undefined>
): Promise<Drawn | undefined> {
	const look = looksOf(await currentCatalog()).get(slug);
	const inner = look && (await readMedia(look.picture));
	if (!inner) return undefined;
	const svg = drawBadge(look.color, inner.toString('utf8'), pattern);
	const known = drawn.get(svg) ?? rasterise(svg);
	drawn.delete(svg);
	drawn.set(svg, known);
	for (const oldest of drawn.keys())
		if (drawn.size > MAX_DRAWN) drawn.delete(oldest);
		else break;
	return known;
}

/** Of our own drawing only: resvg reads local files that an untrusted SVG names. */
async function rasterise(svg: string): Promise<Drawn> {
	const image = new Resvg(svg, {
		fitTo: { mode: 'width', value: PICTURE_PX },
		font: { loadSystemFonts: false }
	});
	const png = await sharp(image.render().asPng()).png({ palette: true, compressionLevel: 9 }).toBuffer();
	return { svg, png };
}
