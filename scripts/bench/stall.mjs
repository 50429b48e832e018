import { openBrowser } from './phone.mjs';

/**
 * A stranger's first look at a stall of the example village, in bytes on the line: the page, its style and its first
 * picture. Pictures further down come when she scrolls there, stories when she plays them.
 * @param {import('./house-for-bench.mjs').Bench} bench
 */
export async function stall({ house, demo }) {
	const browser = await openBrowser();
	let bytes = 0;
	try {
		for (const link of demo.stalls) {
			const context = await browser.newContext({ viewport: { width: 360, height: 640 }, locale: 'vi-VN' });
			const page = await context.newPage();
			const cdp = await context.newCDPSession(page);
			await cdp.send('Network.enable');
			let ofPage = 0;
			cdp.on('Network.loadingFinished', ({ encodedDataLength }) => (ofPage += encodedDataLength));
			await page.goto(house.origin + new URL(link).pathname, { waitUntil: 'networkidle' });
			await page.locator('.photo img').waitFor();
			bytes = Math.max(bytes, ofPage);
			await context.close();
		}
	} finally {
		await browser.close();
	}
	return [{ name: 'a stranger opens a stall: first load, picture included', value: bytes / 1000, unit: 'kB', budget: 50 }];
}
