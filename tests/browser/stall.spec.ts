import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { joinByLink } from './join';
import { expect, test } from './journey';
import { chooseVietnamese } from './learn';
import { keptEvents } from './on-phone';
import { darkPhoto, goodPhoto } from './shop-photos';
import { Trainer } from './trainer';
import { control, controlFrom, message, textOf } from './words';

test.use({
	// A phone whose microphone hears a beep each second.
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

const shoot = (page: Page, buffer: Buffer) =>
	page.locator('[data-camera]').setInputFiles({ name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer });
const say = async (page: Page) => {
	await control(page, 'voices.record').tap();
	await expect(page.getByText(`${textOf('voices.stop')} · 2″`)).toBeVisible();
	await control(page, 'voices.stop').tap();
	await expect(control(page, 'voices.play')).toBeVisible();
};
/** Where she is in what she has begun, as the phone has kept it. */
const begunSteps = (page: Page) =>
	page.evaluate(
		() =>
			new Promise<string[]>((resolve, reject) => {
				const opening = indexedDB.open('ban-may');
				opening.onerror = () => reject(new Error('no database'));
				opening.onsuccess = () => {
					const asking = opening.result.transaction('drafts').objectStore('drafts').getAll();
					asking.onsuccess = () => {
						opening.result.close();
						resolve((asking.result as { step: string }[]).map(({ step }) => step));
					};
				};
			})
	);
const next = (page: Page) => control(page, 'sell.next').tap();

test('a picture becomes an offer without a server, and a page for strangers when there is one', async ({
	house,
	newPhone,
	browser
}) => {
	test.setTimeout(300_000);
	const [good, dark] = await Promise.all([goodPhoto(), darkPhoto()]);
	const trainer = await Trainer.signIn(browser, house);
	const [card] = await trainer.newGroup('Nà Chang', ['Lò Thị Mẩy']);
	const phone = newPhone();
	let page = await phone.open();
	await chooseVietnamese(page);
	await joinByLink(page, card!);
	await phone.isSetUp();
	await control(page, 'home.sell').tap();
	await expect(control(page, 'sell.first')).toBeVisible();
	// All pages for later are on the phone.
	await expect
		.poll(() => page.evaluate(async () => (await (await caches.open('later-1')).keys()).length))
		.toBeGreaterThan(20);
	await phone.close();
	await house.stop();

	await test.step('without a server: the coach, a name, a story, a price from costs', async () => {
		page = await phone.open();
		await control(page, 'home.sell').tap();
		await control(page, 'sell.first').tap();
		await shoot(page, dark);
		await expect(message(page, 'sell.coach.dark')).toBeVisible({ timeout: 30_000 });
		await shoot(page, good);
		await expect(message(page, 'sell.coach.good')).toBeVisible({ timeout: 30_000 });
		await next(page);
		await expect(control(page, 'sell.kind.brocade')).toBeVisible();
		// The phone's own key for back leads one question back, and not out of here.
		await page.evaluate(() => history.back());
		await expect(page.locator('[data-camera]')).toBeAttached();
		await next(page);
		await control(page, 'sell.kind.brocade').tap();
		await next(page);
		await say(page);
		await next(page);

		await control(page, 'sell.price.help').tap();
		for (const n of [100_000, 20_000])
			await control(page, 'sell.amount', { n: n.toLocaleString('vi') }).tap();
		await next(page);
		await control(page, 'sell.time.day').tap();
		await next(page);
		await control(page, 'sell.amount', { n: '200.000' }).tap();
		await next(page);
		await control(page, 'sell.amount', { n: '20.000' }).tap();
		await next(page);
		await expect(message(page, 'sell.cost.total', { n: '340.000' })).toBeVisible();
		await expect(message(page, 'sell.price.good')).toBeVisible();
		await next(page);
		await next(page);
		await expect(message(page, 'sell.stock.count', { n: 1 })).toBeVisible();
		await expect.poll(() => begunSteps(page)).toEqual(['stock']);
	});

	await test.step('the battery is taken out: what she began is there', async () => {
		await phone.kill();
		page = await phone.open('/sell');
		await page
			.getByRole('link', { name: textOf('sell.goOn') })
			.or(page.locator('a.begun'))
			.first()
			.tap();
		await control(page, 'sell.price.up').tap();
		await next(page);
		await control(page, 'sell.way.post').tap();
		await next(page);
		await control(page, 'sell.material.cotton').tap();
		await next(page);
		await next(page);
		await control(page, 'sell.publish').tap();
		await page.getByRole('button', { name: 'Gian hàng Mẩy' }).tap();
		await expect(message(page, 'sell.done.waits')).toBeVisible();
		await control(page, 'sell.title').tap();
		await expect(message(page, 'sell.state.waits')).toBeVisible();
		const kinds = (await keptEvents(page)).map(({ kind }) => kind);
		expect(kinds.filter((kind) => kind === 'product.offered')).toHaveLength(1);
	});

	let address = '';
	await test.step('with a server it goes up by itself, and she is told so', async () => {
		await house.start();
		await page.reload();
		await expect(message(page, 'sell.state.open')).toBeVisible({ timeout: 60_000 });
		await control(page, 'sell.sign').tap();
		address = (await control(page, 'sell.show').getAttribute('href'))!;
		expect(address).toMatch(/^\/stall\/gian-hang-may(-[a-z0-9]{5})?$/);
	});

	await test.step('a stranger sees and hears it, without a script', async () => {
		const context = await browser.newContext({
			viewport: { width: 360, height: 640 },
			javaScriptEnabled: false
		});
		const buyer = await context.newPage();
		let bytes = 0;
		buyer.on(
			'response',
			(response) =>
				void response.body().then(
					(body) => (bytes += body.length),
					() => {}
				)
		);
		await buyer.goto(house.origin + address);
		await expect(buyer.getByRole('heading', { name: 'Thổ cẩm' })).toBeVisible();
		await expect(buyer.getByText('415.000 đ')).toHaveCount(0);
		const photo = buyer.getByRole('img', { name: 'Thổ cẩm' });
		await expect(photo).toBeVisible();
		await expect.poll(() => photo.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(480);
		await expect(buyer.locator('audio')).toHaveCount(1);
		await buyer.getByText('Hỏi mua').click();
		await buyer.getByLabel('Tên của bạn').fill('Anh Sơn');
		await buyer.getByLabel(/Số điện thoại/).fill('0987654321');
		await buyer.getByLabel('Bạn muốn hỏi gì').fill('Có màu chàm không chị?');
		await buyer.getByRole('button', { name: 'Gửi lời hỏi' }).click();
		await expect(buyer.getByText(/Đã gửi/)).toBeVisible();
		await context.close();
		const scripted = await (await browser.newContext({ viewport: { width: 360, height: 640 } })).newPage();
		await scripted.goto(house.origin + address);
		const { violations } = await new AxeBuilder({ page: scripted }).analyze();
		expect(violations.map(({ id }) => id)).toEqual([]);
		await scripted.context().close();
	});

	await test.step('she hears that somebody asks', async () => {
		await phone.goto('/');
		await controlFrom(page, 'notices.shelfNew').tap();
		await expect(page.getByRole('button').filter({ hasText: /Có người hỏi mua thổ cẩm/ })).toBeVisible();
	});
});
