import { toFrames, type QrVersion } from '$lib/domain/carry/frames';
import { drawQr } from '$lib/ui/qr-path';
import { bundleOf, newKey, weekOfEvents } from '../../tests/fixtures/bundles';

/** The codes that a phone shows for so many events of hers, as pictures. */
export async function carryCodes(
	count: number,
	lessons: string[],
	version: QrVersion
): Promise<{ bytes: number; pictures: Buffer[] }> {
	const events = weekOfEvents(count, '01jd5k8p4mqgz7x2hv9n3wtra1', lessons);
	const bundle = await bundleOf(await newKey(), events);
	const pictures = toFrames(bundle, version).map((frame) => {
		const { size, path } = drawQr(frame, 'L');
		const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size * 8}" height="${size * 8}"><rect width="${size}" height="${size}" fill="#fff"/><path d="${path}"/></svg>`;
		return Buffer.from(svg);
	});
	return { bytes: bundle.length, pictures };
}
