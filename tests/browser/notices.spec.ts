import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { firstCourse } from './courses';
import { giveEars, hearsAfter } from './ears';
import { joinByLink } from './join';
import { expect, test } from './journey';
import { chooseVietnamese, learn, nextLesson } from './learn';
import { keptEvents } from './on-phone';
import { Trainer } from './trainer';
import { consoleControl, consoleMessage, consoleText, control, controlFrom, message, textOf } from './words';

const WOMAN = 'Lò Thị Mẩy';
const DAY_MS = 24 * 3600_000;

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

const formOf = (page: Page, key: 'notices.assignTitle' | 'notices.voiceForm' | 'notices.cardForm') =>
	page.getByRole('form', { name: consoleText(key) });

/** Speaks for a little more than two seconds. */
async function record(page: Page, key: 'notices.voiceForm' | 'notices.cardForm') {
	const form = formOf(page, key);
	await form.getByRole('button', { name: consoleText('recorder.start') }).click();
	await expect(form.getByRole('timer')).toContainText(' 2 /');
	await form.getByRole('button', { name: consoleText('recorder.stop') }).click();
	await expect(form.locator('audio')).toBeVisible();
}

async function writeCard(page: Page, title: string) {
	const form = formOf(page, 'notices.cardForm');
	await form.getByLabel(consoleText('notices.cardTitle'), { exact: true }).fill(title);
	await record(page, 'notices.cardForm');
	await consoleControl(form, 'notices.cardSend').click();
	await expect(page.getByRole('listitem').filter({ hasText: title })).toBeVisible();
}

const clipIn = async (page: Page, text: string) =>
	(await page.getByRole('listitem').filter({ hasText: text }).locator('audio').getAttribute('src'))!
		.split('/')
		.at(-1)!;

test('what a trainer assigns, says and warns of stands first on her phone and is heard without a server', async ({
	house,
	newPhone,
	browser
}) => {
	test.setTimeout(300_000);
	const { lessons } = await firstCourse(house);
	const asked = lessons[2]!;
	const trainer = await Trainer.signIn(browser, house);
	await giveEars(trainer.page.context());
	const [card] = await trainer.newGroup('Nà Chang', [WOMAN]);
	const phone = newPhone();
	let page = await phone.open();
	await chooseVietnamese(page);
	await joinByLink(page, card!);
	await phone.isSetUp();

	const laptop = trainer.page;
	let clips: { voice: string; first: string; second: string };
	await test.step('the trainer assigns a lesson, records a message, hears it, and writes two cards', async () => {
		await consoleControl(laptop, 'notices.open').click();
		const form = formOf(laptop, 'notices.assignTitle');
		await form.getByLabel(consoleText('notices.assignWhat')).selectOption(`lesson:${asked.slug}`);
		await form.getByLabel(consoleText('notices.assignDue')).fill('2020-01-01');
		await consoleControl(form, 'notices.assignSend').click();
		await expect(consoleMessage(laptop, 'problem.notice_day_past')).toBeVisible();
		const due = new Date(Date.now() + 9 * DAY_MS).toISOString().slice(0, 10);
		await form.getByLabel(consoleText('notices.assignDue')).fill(due);
		await consoleControl(form, 'notices.assignSend').click();
		await expect(consoleMessage(laptop, 'notices.doneOf', { done: 0, all: 1 })).toBeVisible();

		await record(laptop, 'notices.voiceForm');
		// She is not content, and says it again.
		await formOf(laptop, 'notices.voiceForm')
			.getByRole('button', { name: consoleText('recorder.again') })
			.click();
		await expect(formOf(laptop, 'notices.voiceForm').getByRole('timer')).toContainText(' 2 /');
		await formOf(laptop, 'notices.voiceForm')
			.getByRole('button', { name: consoleText('recorder.stop') })
			.click();
		const heardFirst = formOf(laptop, 'notices.voiceForm').locator('audio');
		await heardFirst.evaluate((audio: HTMLAudioElement) => audio.play());
		await expect.poll(() => heardFirst.evaluate((audio: HTMLAudioElement) => audio.ended)).toBe(true);
		await consoleControl(laptop, 'notices.voiceSend').click();
		await expect(
			laptop.getByRole('listitem').filter({ hasText: consoleText('notices.kind.voice') })
		).toBeVisible();
		await writeCard(laptop, 'Người lạ hỏi mã');
		await writeCard(laptop, 'Chợ phiên dời ngày');
		clips = {
			voice: await clipIn(laptop, consoleText('notices.kind.voice')),
			first: await clipIn(laptop, 'Người lạ hỏi mã'),
			second: await clipIn(laptop, 'Chợ phiên dời ngày')
		};
	});
	const item = (text: string | RegExp) => page.getByRole('button').filter({ hasText: text });
	const from = /Lời nhắn của/;
	const assigned = () => page.getByRole('link', { name: new RegExp(`^${textOf('home.assigned')}`) });

	await test.step('they come with the next delivery, and all of their sound', async () => {
		await phone.goto('/');
		await expect(item(from)).toBeVisible();
		await expect(item('Người lạ hỏi mã')).toBeVisible();
		await expect(item('Chợ phiên dời ngày'), 'one card a day').toHaveCount(0);
		await expect(assigned()).toContainText(asked.title.vi!.text);
		const names = Object.values(clips);
		const here = () =>
			page.evaluate(async (all) => {
				const cache = await caches.open('media-v1');
				return Promise.all(all.map(async (name) => Boolean(await cache.match(`/media/${name}`))));
			}, names);
		await expect.poll(here).toEqual(names.map(() => true));
		const { violations } = await new AxeBuilder({ page }).analyze();
		expect(violations.map(({ id }) => id)).toEqual([]);
	});
	await phone.close();
	await house.stop();

	await test.step('without a server she hears the card and the message; then they are on the shelf', async () => {
		page = await phone.open();
		await hearsAfter(page, clips.first, () => item('Người lạ hỏi mã').tap());
		await expect(item('Người lạ hỏi mã')).toHaveCount(0);
		await hearsAfter(page, clips.voice, () => item(from).tap());
		await expect(item(from)).toHaveCount(0);
		await expect(item('Chợ phiên dời ngày'), 'not before another day').toHaveCount(0);
		await controlFrom(page, 'notices.shelfNew').tap();
		await expect(message(page, 'notices.heard')).toHaveCount(2);
		await expect(item('Chợ phiên dời ngày')).toBeVisible();
		await hearsAfter(page, clips.first, () => item('Người lạ hỏi mã').tap());
		const heard = (await keptEvents(page)).filter(({ kind }) => kind === 'notice.heard');
		expect(heard, 'heard again is no second event').toHaveLength(2);
	});
	await test.step('a day later the other card stands first', async () => {
		await phone.context.clock.setFixedTime(Date.now() + DAY_MS);
		await phone.goto('/');
		await expect(item('Chợ phiên dời ngày')).toBeVisible();
		await expect(item('Người lạ hỏi mã')).toHaveCount(0);
	});
	await test.step('with a server again, the trainer sees who heard and who has done it', async () => {
		await house.start();
		await assigned().tap();
		await learn(page, asked);
		await phone.goto('/');
		await expect(nextLesson(page)).toBeVisible();
		await expect(assigned()).toHaveCount(0);
		await expect(message(page, 'sync.delivered')).toBeVisible({ timeout: 30_000 });
		await laptop.reload();
		await expect(consoleMessage(laptop, 'notices.doneOf', { done: 1, all: 1 })).toBeVisible();
		await expect(consoleMessage(laptop, 'notices.heardOf', { done: 1, all: 1 })).toHaveCount(2);
	});
	await test.step('what is taken back leaves the phone, with its sound', async () => {
		const row = laptop.getByRole('listitem').filter({ hasText: consoleText('notices.kind.voice') });
		await row.locator('summary', { hasText: consoleText('notices.withdraw') }).click();
		await row.getByRole('button', { name: consoleText('notices.withdrawYes') }).click();
		await expect(row).toHaveCount(0);
		await phone.goto('/notices');
		await expect(item('Người lạ hỏi mã')).toBeVisible();
		await expect(item(from)).toHaveCount(0, { timeout: 30_000 });
		const isHere = () =>
			page.evaluate(
				async (name) => Boolean(await (await caches.open('media-v1')).match(`/media/${name}`)),
				clips.voice
			);
		await expect.poll(isHere).toBe(false);
		await expect(control(page, 'nav.back')).toBeVisible();
	});
});
