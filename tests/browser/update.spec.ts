import type { Page } from '@playwright/test';
import { firstCourse } from './courses';
import { hearsAfter } from './ears';
import { expect, test } from './journey';
import { answer, chooseVietnamese, hearFirst, hearFirstByLink, learn, nextLesson } from './learn';
import { keptEvents } from './on-phone';
import { control, controlFrom, message } from './words';

const WORKER = '/service-worker.js';

/** The browser looks for a new version, as it does by itself from time to time, and has it ready. */
async function lookForUpdate(page: Page): Promise<void> {
	await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())!.update());
	await expect
		.poll(() =>
			page.evaluate(async () => (await navigator.serviceWorker.getRegistration())!.waiting !== null)
		)
		.toBe(true);
}

const isWaiting = (page: Page) =>
	page.evaluate(async () => (await navigator.serviceWorker.getRegistration())!.waiting !== null);

test('a new version waits while a lesson runs, is offered at home, applied by a tap, and nothing is lost', async ({
	house,
	line,
	newPhone
}) => {
	const { lessons } = await firstCourse(house);
	const [lesson, second, third] = lessons;
	const phone = newPhone(line);
	const page = await phone.open();
	await chooseVietnamese(page);
	await phone.isSetUp();
	await page.evaluate(() => Object.assign(window, { sameVisit: true }));
	const sameVisit = () => page.evaluate(() => 'sameVisit' in window);

	await test.step('it comes in the middle of a lesson, which goes on', async () => {
		await controlFrom(page, 'home.start').tap();
		const [first, ...others] = lesson!.cards.map((card) => card.say.vi!.clip);
		await hearFirst(page, first!);
		line.replace(WORKER, (code) => `${code}\n// the next version`);
		await lookForUpdate(page);
		for (const clip of others) await hearsAfter(page, clip, () => control(page, 'lesson.next').tap());
		await control(page, 'lesson.next').tap();
		for (const question of lesson!.questions) await answer(page, question, true);
		await expect(message(page, 'end.done')).toBeVisible();
		await expect(control(page, 'update.apply')).toBeHidden();
		expect(await sameVisit(), 'the page was not loaded anew').toBe(true);
		expect(await isWaiting(page)).toBe(true);
	});

	await test.step('another tab is in a lesson: it is not taken from under it', async () => {
		const tab = await phone.tab(`/lessons/${third!.slug}`);
		await hearFirstByLink(tab, third!.cards[0]!.say.vi!.clip);
		await page.bringToFront();
		await phone.goto('/');
		await control(page, 'update.apply').tap();
		await tab.bringToFront();
		await hearsAfter(tab, third!.cards[1]!.say.vi!.clip, () => control(tab, 'lesson.next').tap());
		expect(await isWaiting(page)).toBe(true);
		await tab.close();
	});

	await test.step('at home a tap goes over to it, and everything is there', async () => {
		const before = await keptEvents(page);
		await page.bringToFront();
		await expect(message(page, 'update.ask')).toBeVisible();
		const loaded = page.waitForEvent('load');
		await control(page, 'update.apply').tap();
		await loaded;
		await expect(nextLesson(page)).toHaveAccessibleName(new RegExp(second!.title.vi!.text));
		expect(await isWaiting(page)).toBe(false);
		await expect(control(page, 'update.apply')).toBeHidden();
		expect((await keptEvents(page)).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
		await nextLesson(page).tap();
		await learn(page, second!);
	});
});

test('a tab that stays open learns of a new version when she comes home from a lesson', async ({
	line,
	newPhone
}) => {
	const phone = newPhone(line);
	const page = await phone.open();
	await chooseVietnamese(page);
	await phone.isSetUp();
	await nextLesson(page).tap();
	await expect(control(page, 'lesson.next')).toBeVisible();
	line.replace(WORKER, (code) => `${code}\n// the next version`);
	await control(page, 'nav.home').tap();
	await expect(control(page, 'update.apply')).toBeVisible();
});
