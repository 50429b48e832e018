import type { Page } from '@playwright/test';
import { expect, test } from './journey';
import { signOut, Trainer } from './trainer';
import { consoleControl, consoleMessage, consoleText } from './words';

const WOMEN = ['Lò Thị Mẩy', 'Sùng Thị Mỷ'];

/** Paths of the pages whose data this browser keeps. */
const keptPages = (page: Page) =>
	page.evaluate(async () => {
		const names = (await caches.keys()).filter((name) => name.startsWith('console-'));
		const caught = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
		return caught.flat().map(({ url }) => new URL(url).pathname);
	});

/** A trainer's phone with a group of two women, all of it kept. */
async function trainersPhone(trainer: Trainer): Promise<{ page: Page; group: string }> {
	const { page } = trainer;
	await page.setViewportSize({ width: 360, height: 640 });
	await trainer.makeGroup('Nà Chang');
	const group = new URL(page.url()).pathname;
	await trainer.addWomen(WOMEN);
	// The worker was registered by the first page; those that come after it are kept.
	await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
	await page.reload();
	await expect
		.poll(async () => (await keptPages(page)).filter((path) => path.startsWith('/trainer/women/')).length, {
			timeout: 30_000
		})
		.toBe(WOMEN.length);
	await expect.poll(() => keptPages(page)).toContain(`${group}/__data.json`);
	await page.waitForLoadState('networkidle');
	return { page, group };
}

const offlineNote = (page: Page) => page.getByText(/^Không có mạng\. Đây là số liệu lúc/);

test('in a village without a line a trainer reads her groups and her women, and changes nothing', async ({
	house,
	browser
}) => {
	test.setTimeout(240_000);
	const trainer = await Trainer.signIn(browser, house);
	const { page, group } = await trainersPhone(trainer);
	await house.stop();

	await test.step('from page to page', async () => {
		await page.goto(`${house.origin}/trainer`);
		await expect(offlineNote(page)).toBeVisible();
		await page.getByRole('link', { name: 'Nà Chang' }).filter({ visible: true }).first().click();
		await expect(page).toHaveURL(new RegExp(group));
		await expect(offlineNote(page)).toBeVisible();
		await page.getByRole('link', { name: WOMEN[1]! }).first().click();
		await expect(page.getByRole('heading', { name: WOMEN[1]! })).toBeVisible();
	});
	await test.step('by its address, in a browser that was closed', async () => {
		const fresh = await page.context().newPage();
		await page.close();
		await fresh.setViewportSize({ width: 360, height: 640 });
		await fresh.goto(house.origin + group);
		await expect(fresh.getByRole('rowheader', { name: WOMEN[0]! })).toBeVisible();
		await expect(offlineNote(fresh)).toBeVisible();
		await expect(consoleControl(fresh, 'add.submit')).toBeDisabled();
		const sideways = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
		expect(await fresh.evaluate(sideways), 'nothing scrolls sideways').toBeLessThanOrEqual(0);
		await fresh.goto(`${house.origin}${group}/cards`);
		await expect(consoleMessage(fresh, 'offline.notKept')).toBeVisible();
		await fresh.goto(house.origin + group);
		await expect(offlineNote(fresh)).toBeVisible();
		// There is a line again: the page comes to life by itself.
		await house.start();
		await expect(offlineNote(fresh)).toBeHidden({ timeout: 30_000 });
		await expect(consoleControl(fresh, 'add.submit')).toBeEnabled();
	});
});

test('who signs out leaves nothing, also without a line; the server hears of it first', async ({
	house,
	browser
}) => {
	test.setTimeout(240_000);
	const trainer = await Trainer.signIn(browser, house);
	const { page, group } = await trainersPhone(trainer);
	await house.stop();
	await page.goto(house.origin + group);
	await expect(offlineNote(page)).toBeVisible();
	await signOut(page);
	await expect(page).toHaveURL(`${house.origin}/`);
	expect((await keptPages(page)).filter((path) => path.startsWith('/trainer'))).toEqual([]);
	await page.goto(house.origin + group);
	await expect(page.getByText(WOMEN[0]!)).toBeHidden();
	await house.start();
	await page.goto(`${house.origin}/trainer`);
	await expect(page.getByLabel(consoleText('signIn.password'))).toBeVisible();
});

test('a session that is over takes what was kept with it, and a guest keeps nothing', async ({
	house,
	browser
}) => {
	test.setTimeout(240_000);
	const trainer = await Trainer.signIn(browser, house);
	const { page, group } = await trainersPhone(trainer);
	await page.context().clearCookies();
	await page.goto(house.origin + group);
	await expect(page.getByLabel(consoleText('signIn.password'))).toBeVisible();
	await expect.poll(() => keptPages(page)).toEqual([]);
	await page.goto(`${house.origin}/trainer`);
	await expect(page.getByLabel(consoleText('signIn.password'))).toBeVisible();
	await house.stop();
	await page.goto(house.origin + group);
	await expect(page.getByText(WOMEN[0]!)).toBeHidden();
	expect(await keptPages(page)).toEqual([]);
});
