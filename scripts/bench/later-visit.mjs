import { heardAtMs, newPhone, openBrowser, openPhonePage } from './phone.mjs';

const RUNS = 3;

/** Any later visit, with the server there and with the server stopped.
 * @param {import('./house-for-bench.mjs').Bench} bench */
export async function laterVisit({ house, firstLesson }) {
	const url = `${house.origin}/lessons/${firstLesson}`;
	const browser = await openBrowser();
	try {
		const context = await newPhone(browser);
		const first = await context.newPage();
		await first.goto(url);
		await first.evaluate(() => navigator.serviceWorker.ready);
		// The lesson and its first clip must have reached the phone.
		await first.waitForFunction(async () => (await caches.keys()).length > 0);
		await first.reload();
		await first.waitForTimeout(4000);
		await first.close();
		const online = await median(context, url);
		await house.stop();
		const offline = await median(context, url);
		await house.start();
		return [
			{ name: 'later visit, online: first sentence can be heard', value: online / 1000, unit: 's', budget: 1.0 },
			{ name: 'later visit, server stopped: first sentence', value: offline / 1000, unit: 's', budget: 1.0 }
		];
	} finally {
		await browser.close();
	}
}

/** @param {import('@playwright/test').BrowserContext} context @param {string} url */
async function median(context, url) {
	const times = [];
	for (let run = 0; run < RUNS; run++) {
		const { page } = await openPhonePage(context);
		await page.goto(url, { waitUntil: 'commit' });
		times.push(await heardAtMs(page));
		await page.close();
	}
	return times.sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? NaN;
}
