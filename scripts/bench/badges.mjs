import { openBrowser } from './phone.mjs';
import { loadTs } from '../content/load-ts.mjs';

const BADGES = 1000;

/**
 * A stranger's first look at a badge, in bytes; and signing: 1,000 badges in both forms against the two signatures
 * alone.
 * @param {import('./house-for-bench.mjs').Bench} bench
 */
export async function badges({ house, demo }) {
	const id = new URL(demo.badges[0] ?? '').pathname.split('/').at(-1);
	const browser = await openBrowser();
	let bytes = 0;
	try {
		const page = await browser.newPage({ viewport: { width: 360, height: 640 }, locale: 'vi-VN' });
		const cdp = await page.context().newCDPSession(page);
		await cdp.send('Network.enable');
		cdp.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
		await page.goto(`${house.origin}/verify/${id}`, { waitUntil: 'networkidle' });
		await page.locator('.answer.rice').waitFor();
	} finally {
		await browser.close();
	}
	const { signMany } = await loadTs('scripts/bench/sign-many.ts');
	const { whole, alone } = await signMany(BADGES);
	return [
		{ name: 'a stranger checks a badge: first load', value: bytes / 1000, unit: 'kB', budget: 60 },
		{ name: `signing ${BADGES} badges, both forms (the signatures alone: ${alone.toFixed(1)} s)`, value: whole, unit: 's', budget: 60 }
	];
}
