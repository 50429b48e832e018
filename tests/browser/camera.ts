import { writeFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import sharp from 'sharp';

const WIDTH = 640;
const HEIGHT = 480;
const CODE_PX = 450;
/** Each code stands 450 ms on her screen; a cheap camera gives ten pictures a second. */
const PICTURES_A_SECOND = 20;
const PICTURES_A_CODE = 9;

/** What Chromium shows as a camera: the film that stands in this file when the camera opens, again and again. */
export const cameraArguments = (film: string): string[] => [
	'--use-fake-ui-for-media-stream',
	'--use-fake-device-for-media-stream',
	`--use-file-for-fake-video-capture=${film}`
];

/** Pictures of all codes that the page shows one after the other, as they look on its screen. */
export async function photographCodes(page: Page): Promise<Buffer[]> {
	const figure = page.locator('figure:has(svg)');
	const pictures = new Map<number, Buffer>();
	let all = Infinity;
	await expect(async () => {
		const before = await figure.innerText();
		const picture = await figure.locator('svg').screenshot();
		const [n = 0, of = 0] = before.match(/\d+/g)?.map(Number) ?? [];
		all = of;
		if ((await figure.innerText()) === before) pictures.set(n, picture);
		expect(pictures.size).toBe(all);
	}).toPass({ intervals: [30], timeout: 60_000 });
	return [...pictures].sort(([a], [b]) => a - b).map(([, picture]) => picture);
}

/** Makes the film that a camera sees of these pictures, a little out of focus: Y4M, grey. */
export async function film(pictures: Buffer[], file: string): Promise<void> {
	const header = `YUV4MPEG2 W${WIDTH} H${HEIGHT} F${PICTURES_A_SECOND}:1 Ip A1:1 C420jpeg\n`;
	const parts: Buffer[] = [Buffer.from(header)];
	const grey = Buffer.alloc((WIDTH * HEIGHT) / 2, 128);
	for (const picture of pictures) {
		const code = await sharp(picture).resize(CODE_PX, CODE_PX).toBuffer();
		const { data } = await sharp({
			create: { width: WIDTH, height: HEIGHT, channels: 3, background: '#666' }
		})
			.composite([{ input: code }])
			.png()
			.toBuffer()
			.then((whole) => sharp(whole).blur(0.8).greyscale().raw().toBuffer({ resolveWithObject: true }));
		for (let n = 0; n < PICTURES_A_CODE; n++) parts.push(Buffer.from('FRAME\n'), data, grey);
	}
	writeFileSync(file, Buffer.concat(parts));
}
