import { codeReader } from './code-reader';

/** Ten pictures a second are enough for a hand that holds still, and leave a cheap phone its breath. */
const EVERY_MS = 100;

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
		const read = await codeReader();
		while (!ends.signal.aborted) {
			const text = await read(video).catch(() => undefined);
			if (text && !ends.signal.aborted && onread(text) === 'enough') return close();
			await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
		}
	};
	run().catch(() => !ends.signal.aborted && onfail());
	return () => ends.abort();
}
