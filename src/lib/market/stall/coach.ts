/** A picture's pixels, four numbers each, as a canvas gives them. */
export type Pixels = { data: Uint8ClampedArray; width: number; height: number };

/** What can be told of a picture without knowing what it shows. */
export type Measures = {
	/** Mean brightness, 0 to 255. */
	light: number;
	/** Shares of the picture that are nearly black, and that have burnt out. */
	black: number;
	burnt: number;
	/** Variance of the Laplacian: small when nothing in the picture has a sharp edge. */
	sharpness: number;
	/** Share of the border's pixels that lie on an edge: what lies about behind the thing. */
	clutter: number;
};
export type Verdict = 'dark' | 'bright' | 'blurred' | 'cluttered' | 'good';

/** Pictures are judged at this size: thresholds hold for it alone, and a slow phone takes some ten milliseconds. */
export const JUDGED_PX = 256;

/**
 * Where advice begins; found with generated pictures (coach.test.ts) and made to be lenient: a coach who always finds
 * fault is not asked again, and every picture may be used all the same.
 */
export const THRESHOLDS = {
	/** Indoors without a lamp, a phone's picture has a mean of 30 to 60. */
	dark: { light: 62, black: 0.55 },
	/** Against the sky or in hard sun, a quarter of the picture is white and nothing else. */
	bright: { light: 225, burnt: 0.28 },
	blurred: { sharpness: 55 },
	/** A plain cloth has edges on a few percent of the border, a shelf on a third. */
	cluttered: { clutter: 0.24 }
} as const;

/** The border: this share of the shorter side, where the thing itself seldom is. */
const BORDER = 0.16;
/** A step of brightness that is an edge, summed over a pixel's two directions. */
const EDGE = 48;

/** The first thing to mend: without light nothing else can be told, and a shaken picture has no background. */
export function judge(measures: Measures, thresholds: typeof THRESHOLDS = THRESHOLDS): Verdict {
	const { dark, bright, blurred, cluttered } = thresholds;
	if (measures.light < dark.light || measures.black > dark.black) return 'dark';
	if (measures.light > bright.light && measures.burnt > bright.burnt / 2) return 'bright';
	if (measures.burnt > bright.burnt) return 'bright';
	if (measures.sharpness < blurred.sharpness) return 'blurred';
	return measures.clutter > cluttered.clutter ? 'cluttered' : 'good';
}

export function measure(pixels: Pixels): Measures {
	const { width, height } = pixels;
	const light = brightnessOf(pixels);
	const count = width * height;
	let [sum, black, burnt] = [0, 0, 0];
	for (const value of light) {
		sum += value;
		if (value < 28) black++;
		if (value > 250) burnt++;
	}
	return {
		light: sum / count,
		black: black / count,
		burnt: burnt / count,
		sharpness: laplacianVariance(light, width, height),
		clutter: edgesInBorder(light, width, height)
	};
}

/** As the eye weighs colours (ITU-R BT.601). */
function brightnessOf({ data, width, height }: Pixels): Float32Array {
	const light = new Float32Array(width * height);
	for (let n = 0; n < light.length; n++)
		light[n] =
			0.299 * (data[4 * n] as number) +
			0.587 * (data[4 * n + 1] as number) +
			0.114 * (data[4 * n + 2] as number);
	return light;
}

function laplacianVariance(light: Float32Array, width: number, height: number): number {
	let [sum, squares, count] = [0, 0, 0];
	for (let y = 1; y < height - 1; y++)
		for (let x = 1; x < width - 1; x++) {
			const n = y * width + x;
			const value =
				4 * at(light, n) - at(light, n - 1) - at(light, n + 1) - at(light, n - width) - at(light, n + width);
			sum += value;
			squares += value * value;
			count++;
		}
	return count === 0 ? 0 : squares / count - (sum / count) ** 2;
}

function edgesInBorder(light: Float32Array, width: number, height: number): number {
	const depth = Math.max(2, Math.round(Math.min(width, height) * BORDER));
	let [edges, count] = [0, 0];
	for (let y = 1; y < height - 1; y++)
		for (let x = 1; x < width - 1; x++) {
			const isInside = x >= depth && y >= depth && x < width - depth && y < height - depth;
			if (isInside) continue;
			const n = y * width + x;
			const across = Math.abs(at(light, n + 1) - at(light, n - 1));
			const down = Math.abs(at(light, n + width) - at(light, n - width));
			if (across + down > EDGE) edges++;
			count++;
		}
	return count === 0 ? 0 : edges / count;
}

const at = (light: Float32Array, n: number): number => light[n] as number;
