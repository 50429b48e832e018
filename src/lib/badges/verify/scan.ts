import { scanCodes } from '$lib/ui/scan-codes';

/** Looks through the camera until a QR code was read. @returns closes the camera */
export function openScanner(
	video: HTMLVideoElement,
	onread: (text: string) => void,
	onfail: () => void
): () => void {
	return scanCodes(
		video,
		(text) => {
			onread(text);
			return 'enough';
		},
		onfail
	);
}
