import { heardAtMs, newPhone, openBrowser, openPhonePage } from './phone.mjs';

const RUNS = 3;
/** Long enough for everything that a first visit loads by itself. */
const SETTLE_MS = 12_000;

/** @param {import('./house-for-bench.mjs').Bench} bench */
export async function firstVisit({ house, firstLesson }) {
	/** @type {Awaited<ReturnType<typeof visit>>[]} */
	const runs = [];
	for (let run = 0; run < RUNS; run++) runs.push(await visit(`${house.origin}/lessons/${firstLesson}`));
	const median = (/** @type {'heardMs'|'bytes'|'scriptBefore'|'scriptAll'} */ key) =>
		runs.map((run) => run[key]).sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? NaN;
	return [
		{ name: 'first visit: bytes until the first sentence', value: median('bytes') / 1000, unit: 'kB', budget: 40 },
		{ name: 'first visit: first sentence can be heard', value: median('heardMs') / 1000, unit: 's', budget: 2.5 },
		{ name: 'JavaScript before the first sentence', value: median('scriptBefore') / 1000, unit: 'kB', budget: 35 },
		{ name: 'JavaScript of the whole first visit', value: median('scriptAll') / 1000, unit: 'kB', budget: 75 }
	];
}

/** @param {string} url */
async function visit(url) {
	const browser = await openBrowser();
	try {
		const { page, traffic } = await openPhonePage(await newPhone(browser));
		const isScript = (/** @type {{url: string, type: string}} */ request) =>
			request.type === 'Script' || new URL(request.url).pathname.endsWith('.js');
		await page.goto(url, { waitUntil: 'commit' });
		const heardMs = await heardAtMs(page);
		const bytes = traffic.bytes();
		const scriptBefore = traffic.bytes(isScript);
		await page.waitForTimeout(SETTLE_MS);
		return { heardMs, bytes, scriptBefore, scriptAll: traffic.bytes(isScript) };
	} finally {
		await browser.close();
	}
}
