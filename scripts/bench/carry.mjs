import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadTs } from '../content/load-ts.mjs';
import { newPhone, openBrowser, openPhonePage } from './phone.mjs';

const EVENTS = 200;

/**
 * Handing over 200 events from screen to camera: the codes stand as long as on her phone, the camera is a film of them,
 * a little out of focus, and the phone that reads is the slow one of the budgets, without a reader of its own.
 * @param {import('./house-for-bench.mjs').Bench} bench
 */
export async function carry({ house, catalog }) {
	const { carryCodes } = await loadTs('scripts/bench/carry-codes.ts');
	const { cameraArguments, film } = await loadTs('tests/browser/camera.ts');
	const lessons = catalog.courses.flatMap(({ modules }) => modules.flatMap((module) => module.lessons.map(({ slug }) => slug)));
	const folder = mkdtempSync(join(tmpdir(), 'ban-may-film-'));
	const figures = [];
	try {
		for (const { version, budget, label } of /** @type {const} */ ([
			{ version: 18, budget: 8, label: '' },
			{ version: 8, budget: 30, label: ', larger squares' }
		])) {
			const { bytes, pictures } = await carryCodes(EVENTS, lessons, version);
			const file = join(folder, `${version}.y4m`);
			await film(pictures, file);
			const seconds = await secondsToRead(house.origin, cameraArguments(file));
			const name = `handing over ${EVENTS} events${label}`;
			figures.push({ name: `${name}: codes (${bytes} bytes)`, value: pictures.length, unit: '', budget });
			figures.push({ name: `${name}: from the tap to all of it`, value: seconds, unit: 's', budget: 20 });
		}
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
	return figures;
}

/** @param {string} origin @param {string[]} camera */
async function secondsToRead(origin, camera) {
	const browser = await openBrowser(camera);
	try {
		const { page } = await openPhonePage(await newPhone(browser));
		await page.goto(`${origin}/carry`);
		const scan = page.locator('[data-say="carry.take.scan"]');
		await scan.waitFor();
		await page.waitForLoadState('networkidle');
		await scan.tap();
		const began = performance.now();
		await page.locator('[data-say="carry.take.whole"]').waitFor({ timeout: 60_000 });
		return (performance.now() - began) / 1000;
	} finally {
		await browser.close();
	}
}
