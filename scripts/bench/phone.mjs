import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

/** The phone of the budgets: 4x slowed processor, 400 kbit/s, 400 ms round trip, 360x640. */
const NETWORK = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };
const CPU_SLOWDOWN = 4;

/** @param {string[]} [more] arguments of its own, as for a camera */
export async function openBrowser(more = []) {
	const debian = '/usr/bin/chromium';
	return chromium.launch({
		...(existsSync(debian) ? { executablePath: debian } : {}),
		args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--autoplay-policy=no-user-gesture-required', ...more]
	});
}

/** @param {import('@playwright/test').Browser} browser */
export function newPhone(browser) {
	return browser.newContext({ viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true, locale: 'vi-VN' });
}

/**
 * A page that behaves like the phone of the budgets and notes when the first clip can be heard, and what had
 * come over the network by then.
 * @param {import('@playwright/test').BrowserContext} context
 */
export async function openPhonePage(context) {
	const page = await context.newPage();
	const cdp = await context.newCDPSession(page);
	await cdp.send('Network.enable');
	await cdp.send('Network.emulateNetworkConditions', NETWORK);
	await cdp.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
	await page.addInitScript(() => {
		// Media events do not bubble, but they are captured.
		for (const kind of ['canplaythrough', 'playing'])
			document.addEventListener(kind, () => (window.__heardAtMs ??= performance.now()), true);
	});
	return { page, cdp, traffic: watchTraffic(cdp) };
}

/** @param {import('@playwright/test').CDPSession} cdp */
function watchTraffic(cdp) {
	/** @type {Map<string, {url: string, type: string, bytes: number, endedAtMs: number}>} */
	const requests = new Map();
	cdp.on('Network.requestWillBeSent', ({ requestId, request, type }) => {
		requests.set(requestId, { url: request.url, type: type ?? 'Other', bytes: 0, endedAtMs: Infinity });
	});
	cdp.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
		const request = requests.get(requestId);
		if (request) request.bytes += encodedDataLength;
	});
	cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
		const request = requests.get(requestId);
		if (request) Object.assign(request, { bytes: encodedDataLength, endedAtMs: performance.now() });
	});
	return {
		requests,
		/** @param {(request: {url: string, type: string}) => boolean} [wanted] */
		bytes: (wanted = () => true) =>
			[...requests.values()].filter(wanted).reduce((sum, request) => sum + request.bytes, 0)
	};
}

/** @param {import('@playwright/test').Page} page @returns {Promise<number>} ms after navigation began */
export async function heardAtMs(page) {
	await page.waitForFunction(() => window.__heardAtMs !== undefined, undefined, { timeout: 60_000, polling: 20 });
	return page.evaluate(() => /** @type {number} */ (window.__heardAtMs));
}
