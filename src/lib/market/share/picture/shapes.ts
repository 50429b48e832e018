/** A place on a picture, in pixels from its upper left corner. */
export type Box = { x: number; y: number; width: number; height: number };
/** Where things stand. `code`: with its words; without a code its room goes to the picture and the name. */
export type Layout = {
	width: number;
	height: number;
	photo: Box;
	text: Box;
	code: Box | null;
	band: Box;
	/** Heights of the name's letters, the largest that fits. */
	nameSizes: readonly number[];
	nameLines: number;
	priceSizes: readonly number[];
	smallSize: number;
	/** The words of a code stand below it or at its right. */
	codeWords: 'below' | 'beside';
};

/**
 * square: what Zalo, Facebook and TikTok's shop show whole (1080 x 1080). story: a phone's whole screen, for TikTok,
 * Zalo's and Facebook's stories (1080 x 1920; the upper 250 and the lower 340 pixels lie under their buttons, so there is
 * only picture and ground). poster: A4 at 150 dots an inch, for a copy shop, and good enough to be sent.
 */
export const SHAPES = ['square', 'story', 'poster'] as const;
export type Shape = (typeof SHAPES)[number];

const BAND = 32;

export function layoutOf(shape: Shape, hasCode: boolean): Layout {
	if (shape === 'square') {
		const [side, top] = [1080, hasCode ? 526 : 660];
		const code = hasCode ? box(676, top + 24, 364, side - BAND - top - 40) : null;
		return {
			...{ width: side, height: side, code, codeWords: 'below' },
			photo: box(0, 0, side, top),
			text: box(44, top + 28, (code ? code.x - 28 : side - 44) - 44, side - BAND - top - 48),
			band: box(0, side - BAND, side, BAND),
			nameSizes: hasCode ? [68, 60, 52, 46, 40] : [84, 74, 64, 56, 48, 42],
			nameLines: 3,
			priceSizes: hasCode ? [76, 68, 60, 52, 44] : [88, 76, 66],
			smallSize: 34
		};
	}
	if (shape === 'story') {
		const [width, height] = [1080, 1920];
		const top = hasCode ? 650 : 960;
		const code = hasCode ? box(60, 1180, 960, 400) : null;
		return {
			...{ width, height, code, codeWords: 'beside' },
			photo: box(0, 0, width, top),
			text: box(60, top + 44, width - 120, (code ? code.y - 30 : 1580) - top - 44),
			band: box(0, 1600, width, BAND),
			nameSizes: hasCode ? [84, 72, 62, 54, 46] : [108, 94, 82, 70, 60],
			nameLines: 3,
			priceSizes: [104, 90, 78],
			smallSize: 42
		};
	}
	const [width, height] = [1240, 1754];
	const top = hasCode ? 630 : 1000;
	const code = hasCode ? box(80, 1130, width - 160, 540) : null;
	return {
		...{ width, height, code, codeWords: 'beside' },
		photo: box(0, 0, width, top),
		text: box(80, top + 44, width - 160, (code ? code.y - 20 : height - BAND - 40) - top - 44),
		band: box(0, height - BAND, width, BAND),
		nameSizes: hasCode ? [92, 80, 68, 58, 50] : [124, 106, 92, 80, 68],
		nameLines: 3,
		priceSizes: [116, 100, 86],
		smallSize: 46
	};
}

const box = (x: number, y: number, width: number, height: number): Box => ({ x, y, width, height });
