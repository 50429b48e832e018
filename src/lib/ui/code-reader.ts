type Detector = { detect(source: CanvasImageSource): Promise<{ rawValue: string }[]> };
type WithDetector = typeof globalThis & {
	BarcodeDetector?: {
		new (options: { formats: string[] }): Detector;
		getSupportedFormats(): Promise<string[]>;
	};
};
/** What is looked at: a camera's picture or one that was taken before. */
export type Seen = HTMLVideoElement | ImageBitmap;
/** The text of the QR code in it, if it sees one. */
export type ReadCode = (seen: Seen) => Promise<string | undefined>;

/** The phone's own reader where it has one, else a small one that comes now.
 * @param longestPx what is larger is looked at smaller: wide enough for a code of version 18 at 720 */
export async function codeReader(longestPx = 720): Promise<ReadCode> {
	const { BarcodeDetector } = globalThis as WithDetector;
	const formats = (await BarcodeDetector?.getSupportedFormats().catch(() => [])) ?? [];
	if (BarcodeDetector && formats.includes('qr_code')) {
		const detector = new BarcodeDetector({ formats: ['qr_code'] });
		return async (seen) => (await detector.detect(seen))[0]?.rawValue;
	}
	const { default: decode } = await import('qr/decode.js');
	const canvas = document.createElement('canvas');
	return (seen) => {
		const [wide, high] =
			seen instanceof HTMLVideoElement ? [seen.videoWidth, seen.videoHeight] : [seen.width, seen.height];
		const scale = Math.min(1, longestPx / Math.max(1, wide));
		canvas.width = Math.round(wide * scale);
		canvas.height = Math.round(high * scale);
		const context = canvas.getContext('2d', { willReadFrequently: true });
		if (!context || canvas.width === 0) return Promise.resolve(undefined);
		context.drawImage(seen, 0, 0, canvas.width, canvas.height);
		const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
		try {
			return Promise.resolve(decode({ data, width, height }));
		} catch {
			return Promise.resolve(undefined);
		}
	};
}
