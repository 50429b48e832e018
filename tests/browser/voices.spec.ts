import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { firstCourse } from './courses';
import { giveEars, hearsAfter } from './ears';
import { joinByLink } from './join';
import { expect, test } from './journey';
import { chooseVietnamese } from './learn';
import { keptEvents } from './on-phone';
import { Trainer } from './trainer';
import { consoleControl, consoleMessage, consoleText, control, controlFrom, message } from './words';

const WOMAN = 'Lò Thị Mẩy';
const MICROPHONE = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];

test.use({
	// Laptop and phone have a microphone that hears a beep each second.
	launchOptions: async ({ launchOptions }, use) =>
		use({ ...launchOptions, args: [...(launchOptions.args ?? []), ...MICROPHONE] })
});

/** Speaks for a little more than two seconds. */
async function speak(page: Page) {
	await control(page, 'voices.record').tap();
	await expect(page.getByText('· 2″')).toBeVisible();
	await control(page, 'voices.stop').tap();
	await expect(control(page, 'voices.play')).toBeVisible();
}

async function answerByVoice(laptop: Page, of: string) {
	const item = laptop.locator(`[data-voice="${of}"]`);
	await item.locator('summary', { hasText: consoleText('voices.reply') }).click();
	await item.getByRole('button', { name: consoleText('recorder.start') }).click();
	await expect(item.getByRole('timer')).toContainText(' 2 /');
	await item.getByRole('button', { name: consoleText('recorder.stop') }).click();
	await expect(item.getByRole('form').locator('audio')).toBeVisible();
	await consoleControl(item, 'voices.send').click();
	await expect(consoleMessage(laptop, 'voices.answered')).toBeVisible();
}

const voicesAt = (page: Page) =>
	page.locator('[data-voice]').evaluateAll((all) => all.map((one) => one.getAttribute('data-voice') ?? ''));

/** What a listener hears of a recording on the console: the browser can read it, and it lasts. */
async function isHeard(page: Page, voice: string) {
	const audio = page.locator(`[data-voice="${voice}"] audio`).first();
	await audio.evaluate((one: HTMLAudioElement) => one.play());
	await expect.poll(() => audio.evaluate((one: HTMLAudioElement) => one.ended)).toBe(true);
}

test('what is unclear is said without a server, delivered later, heard with its place, and answered', async ({
	house,
	newPhone,
	browser
}) => {
	test.setTimeout(240_000);
	const { lessons } = await firstCourse(house);
	const lesson = lessons[0]!;
	const trainer = await Trainer.signIn(browser, house);
	await giveEars(trainer.page.context());
	const [card] = await trainer.newGroup('Nà Chang', [WOMAN]);
	const phone = newPhone();
	const page = await phone.open();
	await chooseVietnamese(page);
	await joinByLink(page, card!);
	await phone.isSetUp();
	await phone.goto(`/lessons/${lesson.slug}`);
	await expect(control(page, 'lesson.next')).toBeVisible();
	const keptLessons = () =>
		page.evaluate(
			() =>
				new Promise<number>((resolve) => {
					const opening = indexedDB.open('ban-may');
					opening.onsuccess = () => {
						const all = opening.result.transaction('lessons').objectStore('lessons').count();
						all.onsuccess = () => resolve(all.result);
					};
				})
		);
	await expect.poll(keptLessons).toBeGreaterThan(0);
	await phone.goto('/tell');
	await expect(control(page, 'voices.record')).toBeVisible();
	await house.stop();

	await test.step('on the second card she asks the yellow speaker, and tells', async () => {
		await phone.goto(`/lessons/${lesson.slug}`);
		await control(page, 'lesson.next').tap();
		await expect(page.locator('[data-part="card:2"]')).toBeVisible();
		await control(page, 'guide.label').tap();
		await control(page, 'tell.open').tap();
		await expect(message(page, 'tell.ask')).toBeVisible();
		await speak(page);
		const { violations } = await new AxeBuilder({ page }).analyze();
		expect(violations.map(({ id }) => id)).toEqual([]);
		await control(page, 'tell.send').tap();
		await expect(message(page, 'tell.kept')).toBeVisible();
		await expect(message(page, 'ask.state.waits')).toBeVisible();
		await control(page, 'tell.back').tap();
		await expect(page.locator('[data-part="card:2"]'), 'where she was').toBeVisible();
	});
	await test.step('with a server again her trainer hears it, and where it was', async () => {
		await house.start();
		await phone.goto('/');
		await expect(message(page, 'sync.delivered')).toBeVisible({ timeout: 30_000 });
		const laptop = trainer.page;
		await laptop.goto(`${house.origin}/trainer/voices`);
		await expect(async () => {
			await laptop.reload();
			await expect(laptop.locator('[data-voice]').first()).toBeVisible({ timeout: 3000 });
		}).toPass();
		const [voice] = await voicesAt(laptop);
		const item = laptop.locator(`[data-voice="${voice}"]`);
		await expect(item).toContainText(lesson.title.vi!.text);
		await expect(item).toContainText('2');
		await isHeard(laptop, voice!);
		await answerByVoice(laptop, voice!);
		await expect(item).toContainText(/đã trả lời/);
	});
	await test.step('the answer is heard on her phone without a server', async () => {
		await phone.goto('/');
		const from = page.getByRole('button').filter({ hasText: /Lời nhắn của/ });
		await expect(from).toBeVisible({ timeout: 30_000 });
		const clip = (await page.evaluate(async () =>
			(await (await caches.open('media-v1')).keys()).map(({ url }) => new URL(url).pathname)
		))!;
		expect(clip.length).toBeGreaterThan(0);
		await house.stop();
		await phone.goto('/notices');
		await expect(from).toBeVisible();
		await from.tap();
		await expect(message(page, 'notices.heard')).toBeVisible({ timeout: 20_000 });
	});
});

test('a question with a picture is asked without a server, answered by voice, heard offline, and shared with her yes', async ({
	house,
	newPhone,
	browser
}) => {
	test.setTimeout(300_000);
	const trainer = await Trainer.signIn(browser, house);
	await giveEars(trainer.page.context());
	const [card] = await trainer.newGroup('Nà Chang', [WOMAN]);
	const phone = newPhone();
	const page = await phone.open();
	await chooseVietnamese(page);
	await joinByLink(page, card!);
	await phone.isSetUp();
	await phone.goto('/ask');
	await expect(control(page, 'ask.new')).toBeVisible();
	await house.stop();

	await test.step('she chooses a field, speaks, adds a picture of twelve megapixels, and sends', async () => {
		await phone.goto('/me');
		await control(page, 'me.ask').tap();
		await control(page, 'ask.new').tap();
		await control(page, 'ask.field.selling').tap();
		await speak(page);
		await control(page, 'ask.next').tap();
		const noise = await sharp({
			create: {
				width: 4000,
				height: 3000,
				channels: 3,
				background: '#852',
				noise: { type: 'gaussian', mean: 120, sigma: 60 }
			}
		})
			.withExif({ IFD0: { Copyright: 'where she lives' } })
			.jpeg()
			.toBuffer();
		await page
			.locator('[data-album]')
			.setInputFiles({ name: 'x.txt', mimeType: 'image/jpeg', buffer: Buffer.from('no picture') });
		await expect(message(page, 'ask.unreadable')).toBeVisible();
		await page
			.locator('[data-album]')
			.setInputFiles({ name: 'goods.jpg', mimeType: 'image/jpeg', buffer: noise });
		await expect(page.locator('img.photo')).toBeVisible({ timeout: 30_000 });
		await control(page, 'ask.send').tap();
		await expect(message(page, 'ask.kept')).toBeVisible();
		await expect(message(page, 'ask.state.waits')).toBeVisible();
		const rows = await page.evaluate(
			() =>
				new Promise<{ bytes: number; mime: string }[]>((resolve) => {
					const opening = indexedDB.open('ban-may');
					opening.onsuccess = () => {
						const all = opening.result.transaction('outbox').objectStore('outbox').getAll();
						all.onsuccess = () => resolve(all.result as { bytes: number; mime: string }[]);
					};
				})
		);
		const picture = rows.find(({ mime }) => mime.startsWith('image/'));
		expect(picture?.bytes).toBeLessThanOrEqual(200_000);
	});

	const laptop = trainer.page;
	let question = '';
	await test.step('delivered, her trainer hears it, sees the picture, and answers', async () => {
		await house.start();
		await phone.goto('/');
		await expect(message(page, 'sync.delivered')).toBeVisible({ timeout: 30_000 });
		await laptop.goto(`${house.origin}/trainer/voices`);
		[question = ''] = await voicesAt(laptop);
		await isHeard(laptop, question);
		const shown = laptop.locator(`[data-voice="${question}"] img[alt="${consoleText('voices.picture')}"]`);
		await expect.poll(() => shown.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBeGreaterThan(300);
		const bytes = await laptop.request.get(`${house.origin}/trainer/voices/${question}/picture`);
		expect((await sharp(await bytes.body()).metadata()).exif).toBeUndefined();
		await answerByVoice(laptop, question);
	});
	const from = page.getByRole('button').filter({ hasText: /trả lời chị/ });
	await test.step('the answer comes, and is heard without a server; others may hear it, she says', async () => {
		await phone.goto('/');
		await expect(from).toBeVisible({ timeout: 30_000 });
		const clip = await laptop
			.locator(`[data-voice="${question}"] audio`)
			.nth(1)
			.getAttribute('src')
			.then((src) => src!.split('/').at(-1)!);
		const here = () =>
			page.evaluate(
				async (name) => Boolean(await (await caches.open('media-v1')).match(`/media/${name}`)),
				clip
			);
		await expect.poll(here).toBe(true);
		await house.stop();
		await phone.goto('/');
		await hearsAfter(page, clip, () => from.tap());
		await controlFrom(page, 'notices.shelf').tap();
		await expect(message(page, 'answer.consent')).toBeVisible();
		await control(page, 'answer.yes').tap();
		await expect(message(page, 'answer.saidYes')).toBeVisible();
		expect((await keptEvents(page)).filter(({ kind }) => kind === 'question.consented')).toHaveLength(1);
	});
	await test.step('then her trainer lets others hear it, and it stands on the shelf', async () => {
		await house.start();
		await phone.goto('/');
		await expect(message(page, 'sync.delivered')).toBeVisible({ timeout: 30_000 });
		await laptop.reload();
		const item = laptop.locator(`[data-voice="${question}"]`);
		await item.locator('summary', { hasText: consoleText('voices.share') }).click();
		await consoleControl(item, 'voices.shareSend').click();
		await expect(consoleMessage(laptop, 'voices.shared')).toBeVisible();
		await phone.goto('/notices');
		await expect(page.getByRole('button').filter({ hasText: /Hỏi và đáp về bán hàng/ })).toBeVisible({
			timeout: 60_000
		});
	});
	await test.step('and she takes her question back: nobody hears it any more', async () => {
		await phone.goto('/ask');
		await control(page, 'ask.withdraw').tap();
		await control(page, 'ask.withdrawYes').tap();
		await expect(page.locator('[data-mine]')).toHaveCount(0);
		await phone.goto('/');
		await expect(message(page, 'sync.delivered')).toBeVisible({ timeout: 30_000 });
		await laptop.reload();
		await expect(laptop.locator(`[data-voice="${question}"]`)).toHaveCount(0);
	});
});

test('a microphone that is refused is said kindly, and nothing is lost', async ({ newPhone }) => {
	const phone = newPhone();
	const page = await phone.open();
	await chooseVietnamese(page);
	await phone.isSetUp();
	await page.addInitScript(() => {
		navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
	});
	await phone.goto('/tell');
	await control(page, 'voices.record').tap();
	await expect(page.getByRole('alert')).toHaveText(/micrô/);
	await expect(control(page, 'voices.record')).toBeVisible();
});
