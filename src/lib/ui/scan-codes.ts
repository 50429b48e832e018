/** Ten pictures a second are enough for a hand that holds still, and leave a cheap phone its breath. */
const EVERY_MS = 100;
/** Wide enough for a code of version 18; more costs time at each picture. */
const LOOK_PX = 720;

type Detector = { detect(source: CanvasImageSource): Promise<{ rawValue: string }[]> };
type WithDetector = typeof globalThis & {
	BarcodeDetector?: {
		new (options: { formats: string[] }): Detector;
		getSupportedFormats(): Promise<string[]>;
	};
};
type Read = (video: HTMLVideoElement) => Promise<string | undefined>;

/**
 * Looks through the camera and tells each QR code that it reads, again and again while it stays in sight, until
 * `onread` answers `enough`. @returns closes the camera
 */
export function scanCodes(
	video: HTMLVideoElement,
	onread: (text: string) => 'enough' | 'more',
	onfail: () => void
): () => void {
	const ends = new AbortController();
	const run = async () => {
		const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
		const close = () => stream.getTracks().forEach((track) => track.stop());
		ends.signal.addEventListener('abort', close);
		if (ends.signal.aborted) return close();
		video.srcObject = stream;
		await video.play();
		const read = await reader();
		while (!ends.signal.aborted) {
			const text = await read(video).catch(() => undefined);
			if (text && !ends.signal.aborted && onread(text) === 'enough') return close();
			await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
		}
	};
	run().catch(() => !ends.signal.aborted && onfail());
	return () => ends.abort();
}

/** The phone's own reader where it has one, else a small one that comes now. */
async function reader(): Promise<Read> {
	const { BarcodeDetector } = globalThis as WithDetector;
	const formats = (await BarcodeDetector?.getSupportedFormats().catch(() => [])) ?? [];
	if (BarcodeDetector && formats.includes('qr_code')) {
		const detector = new BarcodeDetector({ formats: ['qr_code'] });
		return async (video) => (await detector.detect(video))[0]?.rawValue;
	}
	const { default: decode } = await import('qr/decode.js');
	const canvas = document.createElement('canvas');
	return (video) => {
		const scale = Math.min(1, LOOK_PX / Math.max(1, video.videoWidth));
		canvas.width = Math.round(video.videoWidth * scale);
		canvas.height = Math.round(video.videoHeight * scale);
		const context = canvas.getContext('2d', { willReadFrequently: true });
		if (!context || canvas.width === 0) return Promise.resolve(undefined);
		context.drawImage(video, 0, 0, canvas.width, canvas.height);
		const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
		try {
			return Promise.resolve(decode({ data, width, height }));
		} catch {
			return Promise.resolve(undefined);
		}
	};
}
