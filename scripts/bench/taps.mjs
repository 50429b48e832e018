import { newPhone, openBrowser, openPhonePage } from './phone.mjs';

/** Input to next paint of the taps of a whole lesson, on the phone of the budgets.
 * @param {import('./house-for-bench.mjs').Bench} bench */
export async function taps({ house, firstLesson }) {
	const browser = await openBrowser();
	try {
		const { page } = await openPhonePage(await newPhone(browser));
		await page.addInitScript(() => {
			new PerformanceObserver((list) => {
				for (const entry of list.getEntries())
					if ('interactionId' in entry && entry.interactionId)
						window.__slowestTapMs = Math.max(window.__slowestTapMs ?? 0, entry.duration);
			}).observe(/** @type {PerformanceObserverInit} */ ({ type: 'event', durationThreshold: 16, buffered: true }));
		});
		await page.goto(`${house.origin}/lessons/${firstLesson}`);
		await page.locator('[data-say="lesson.next"]').waitFor();
		for (const say of ['lesson.play', 'lesson.slow', 'guide.label', 'lesson.next']) await tap(page, say);
		for (let step = 0; step < 12; step++) {
			const option = page.locator('[data-say="question.hearOption"]').first();
			if (await option.isVisible()) await option.tap();
			await tap(page, 'question.choose');
			await tap(page, 'question.goOn');
			await tap(page, 'lesson.next');
		}
		await page.waitForTimeout(1000);
		const slowest = await page.evaluate(() => window.__slowestTapMs ?? 0);
		return [{ name: 'input to next paint, the slowest tap of a lesson', value: slowest, unit: 'ms', budget: 200 }];
	} finally {
		await browser.close();
	}
}

/** Taps the control when it is on the screen.
 * @param {import('@playwright/test').Page} page @param {string} say */
async function tap(page, say) {
	const control = page.locator(`[data-say="${say}"]`).first();
	if ((await control.isVisible()) && (await control.isEnabled())) await control.tap();
	await page.waitForTimeout(400);
}
