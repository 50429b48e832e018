import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { giveEars } from './ears';
import { joinByLink } from './join';
import { expect, test } from './journey';
import { chooseVietnamese } from './learn';
import { keptEvents } from './on-phone';
import { Trainer } from './trainer';
import { consoleControl, consoleMessage, consoleText, control, message, textOf } from './words';

const WOMAN = 'Lò Thị Mẩy';
const TITLE = 'Tin giả báo gói hàng';
const SAYS = 'Chị có gói hàng chưa trả phí. Bấm vào đây để nhận.';

test.use({
	// A laptop whose microphone hears a beep each second.
	launchOptions: async ({ launchOptions }, use) =>
		use({
			...launchOptions,
			args: [
				...(launchOptions.args ?? []),
				'--use-fake-device-for-media-stream',
				'--use-fake-ui-for-media-stream'
			]
		})
});

const isSound = async (page: Page, where: string) => {
	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(
		violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
		where
	).toEqual([]);
	const sideways = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
	expect(await page.evaluate(sideways), where).toBe(0);
};
const tap = (page: Page, move: string) => page.locator(`[data-move="${move}"]`).tap();
/** Taps what these words stand on. */
const choose = (page: Page, words: string) => page.locator('[data-move]').filter({ hasText: words }).tap();

/** From what she is asked to do to the end, without a wrong tap. */
async function doesItRight(page: Page) {
	await choose(page, 'Không bấm');
	await page.locator('[data-next]').tap();
	await choose(page, 'Hỏi người nhà');
	await tap(page, 'mark:0');
	await expect(page.getByText('Chị không đặt hàng.')).toBeVisible();
	await tap(page, 'mark:1');
	await tap(page, 'done');
	await expect(control(page, 'practice.again')).toBeVisible();
}

test('a trainer writes, records and sends a trick; she practises it without a server, falls for it once, and then spots it', async ({
	house,
	newPhone,
	browser
}) => {
	test.setTimeout(300_000);
	const trainer = await Trainer.signIn(browser, house);
	await giveEars(trainer.page.context());
	const [card] = await trainer.newGroup('Nà Chang', [WOMAN]);
	const phone = newPhone();
	let page = await phone.open();
	await chooseVietnamese(page);
	await joinByLink(page, card!);
	await phone.isSetUp();

	const laptop = trainer.page;
	await test.step('a live link is refused with what to write instead; her words stay', async () => {
		await laptop.goto(`${house.origin}/trainer/scams/new`);
		const form = laptop.getByRole('form', { name: consoleText('scams.new') });
		await form.getByLabel(consoleText('scams.name'), { exact: true }).fill(TITLE);
		const says = form.getByLabel(consoleText('scams.says'), { exact: true });
		await says.fill('Nhận hàng ở http://nhan-hang.top');
		await form.getByLabel('Dấu hiệu 1', { exact: true }).fill('Chị không đặt hàng.');
		await form.getByLabel('Dấu hiệu 2', { exact: true }).fill('Họ giục chị trả ngay.');
		for (const words of ['Không bấm', 'Hỏi người nhà', 'Bấm vào xem', 'Chuyển tiền'])
			await form.getByRole('checkbox', { name: words, exact: true }).check();
		await consoleControl(form, 'scams.save').click();
		await expect(form.getByText(/là đường dẫn/)).toBeVisible();
		await expect(says).toHaveValue('Nhận hàng ở http://nhan-hang.top');
		await isSound(laptop, 'the form');
		await says.fill(SAYS);
		await consoleControl(form, 'scams.save').click();
		await expect(laptop.getByRole('heading', { name: TITLE })).toBeVisible();
	});
	await test.step('she says the message herself', async () => {
		const item = laptop.getByRole('listitem').filter({ hasText: SAYS });
		await consoleControl(item, 'scams.recordOf', { sentence: SAYS }).click();
		await item.getByRole('button', { name: consoleText('recorder.start'), exact: true }).click();
		await expect(item.getByRole('timer')).toContainText(' 2 /');
		await item.getByRole('button', { name: consoleText('recorder.stop') }).click();
		await consoleControl(item, 'scams.keepVoice').click();
		await expect(item.getByText(consoleText('scams.voice.person'))).toBeVisible();
		await isSound(laptop, 'the trick');
	});
	await test.step('she tries it in the real engine, and sends it from there', async () => {
		await consoleControl(laptop, 'scams.try').click();
		await expect(laptop.locator('.phone [data-move]').first()).toBeVisible();
		await laptop.locator('.phone [data-move]').filter({ hasText: 'Bấm vào xem' }).click();
		await expect(laptop.locator('.phone [data-ring="hint"]')).toBeVisible();
		await consoleControl(laptop, 'scams.publish').click();
		await expect(consoleMessage(laptop, 'scams.done.published')).toBeVisible();
	});
	const trick = () => page.getByRole('link').filter({ hasText: TITLE });
	await test.step('it stands first on her phone, with all that it says and shows', async () => {
		await phone.goto('/');
		await expect(trick()).toBeVisible();
		await expect(trick().locator('.go')).toBeVisible();
		const isHere = () =>
			page.evaluate(async () => {
				const cache = await caches.open('media-v1');
				const open = indexedDB.open('ban-may');
				const rows = await new Promise<unknown[]>((resolve) => {
					open.onsuccess = () => {
						const all = open.result.transaction('practices').objectStore('practices').getAll();
						all.onsuccess = () => (open.result.close(), resolve(all.result as unknown[]));
					};
				});
				const names = JSON.stringify(rows).match(/[0-9a-f]{64}\.(ogg|svg|webp)/g) ?? [];
				// English clips of what all tricks share are not for her.
				const found = await Promise.all(names.map((name) => cache.match(`/media/${name}`)));
				return names.length > 0 && found.filter(Boolean).length >= 8;
			});
		await expect.poll(isHere, { timeout: 30_000 }).toBe(true);
		const kept = () => page.evaluate(async () => (await (await caches.open('later-1')).keys()).length > 0);
		await expect.poll(kept, { timeout: 30_000 }).toBe(true);
		await isSound(page, 'home');
	});
	await phone.close();
	await house.stop();

	await test.step('without a server she falls for it, hears why, and gets on', async () => {
		page = await phone.open();
		await trick().tap();
		await expect(page.locator('[data-move]').first()).toBeVisible();
		await isSound(page, 'the practice');
		await choose(page, 'Bấm vào xem');
		await expect(page.locator('.note.wrong')).toContainText('Bấm vào là trúng bẫy.');
		await expect(page.locator('[data-ring="hint"]')).toBeVisible();
		await doesItRight(page);
		const kept = async () =>
			(await keptEvents(page))
				.map(({ kind }) => kind)
				.filter((kind) => /^(practice|notice)/.test(kind))
				.sort();
		await expect.poll(kept).toEqual(['notice.heard', 'practice.completed']);
	});
	await test.step('it is gone from home and stays on the shelf', async () => {
		await control(page, 'nav.home').tap();
		await expect(page.locator('.place')).toHaveCount(0);
		await expect(trick()).toHaveCount(0);
		await phone.goto('/notices');
		await expect(trick()).toBeVisible();
		await expect(message(page, 'scam.done')).toBeVisible();
	});
	await test.step('her trainer sees that she fell for it', async () => {
		await house.start();
		await phone.goto('/');
		await expect(async () => {
			await laptop.goto(`${house.origin}/trainer/scams`);
			await expect(laptop.getByText('1 chị đã tập, 1 chị còn mắc')).toBeVisible({ timeout: 2000 });
		}).toPass({ timeout: 60_000 });
		await laptop.getByRole('link', { name: TITLE }).click();
		const row = laptop.getByRole('listitem').filter({ hasText: WOMAN });
		await expect(row).toContainText(consoleText('scams.fell'));
		await laptop.getByRole('link', { name: WOMAN }).click();
		await expect(laptop.getByText(`Còn mắc: ${TITLE}`)).toBeVisible();
	});
	await test.step('again, and right: the remark goes away', async () => {
		await phone.goto('/notices');
		await trick().tap();
		await expect(page.locator('[data-move]').first()).toBeVisible();
		await doesItRight(page);
		await expect(async () => {
			await laptop.reload();
			await expect(laptop.getByText(TITLE)).toBeVisible({ timeout: 2000 });
			await expect(laptop.getByText(`Còn mắc: ${TITLE}`)).toHaveCount(0, { timeout: 500 });
		}).toPass({ timeout: 60_000 });
	});
	await test.step('taken back it leaves the phone, and who comes late is told kindly', async () => {
		await laptop.goto(`${house.origin}/trainer/scams`);
		await laptop.getByRole('link', { name: TITLE }).click();
		const address = laptop.url();
		await laptop.locator('summary', { hasText: consoleText('scams.withdraw') }).click();
		await laptop.getByRole('button', { name: consoleText('scams.withdrawYes'), exact: true }).click();
		await expect(laptop.getByText(consoleText('scams.state.withdrawn'), { exact: true })).toBeVisible();
		await phone.goto('/notices');
		await expect(trick()).toHaveCount(0, { timeout: 30_000 });
		await phone.goto(`/scam/${address.split('/').at(-1)}`);
		await expect(page.getByText(textOf('scam.gone'))).toBeVisible();
		await isSound(page, 'a trick that is over');
		const practices = () =>
			page.evaluate(
				() =>
					new Promise<number>((resolve) => {
						const open = indexedDB.open('ban-may');
						open.onsuccess = () => {
							const count = open.result.transaction('practices').objectStore('practices').count();
							count.onsuccess = () => (open.result.close(), resolve(count.result));
						};
					})
			);
		await expect.poll(practices, { timeout: 30_000 }).toBe(0);
	});
});
