import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { unbakePng } from '../../src/lib/badges/bake';
import { firstCourse } from './courses';
import { expect, test } from './journey';
import { joinByLink } from './join';
import { chooseVietnamese } from './learn';
import { learnElsewhere } from './learn-elsewhere';
import { Trainer } from './trainer';
import { consoleControl, consoleText, control, message } from './words';

const WOMAN = 'Lò Thị Mẩy';

type Shared = { url?: string; text?: string; title?: string; name?: string; type?: string; bytes?: number[] };
type WithSheet = typeof globalThis & { shared: Shared[] };

/** The phone's own sheet, at the edge of the browser: keeps what it was given. */
const giveSheet = (page: Page) =>
	page.addInitScript(() => {
		const kept = ((globalThis as WithSheet).shared = []) as Shared[];
		Object.defineProperty(navigator, 'canShare', { value: () => true });
		Object.defineProperty(navigator, 'share', {
			value: async ({ files = [], ...told }: ShareData) => {
				const [file] = files;
				const bytes = file && { bytes: [...new Uint8Array(await file.arrayBuffer())] };
				kept.push({ ...told, ...(file && { name: file.name, type: file.type }), ...bytes });
			}
		});
	});
const sharedBy = (page: Page) => page.evaluate(() => (globalThis as WithSheet).shared);

test('each part that is done has its stamp, before there is a badge', async ({
	house,
	newPhone,
	browser
}) => {
	const { course } = await firstCourse(house);
	const trainer = await Trainer.signIn(browser, house);
	const [card] = await trainer.newGroup('Nà Chang', [WOMAN]);
	const [done, ...others] = course.modules;
	expect(others.length).toBeGreaterThan(0);
	await learnElsewhere(house.origin, card!, { ...course, modules: [done!] });
	const phone = newPhone();
	const page = await phone.open();
	await chooseVietnamese(page);
	await joinByLink(page, card!);
	await phone.goto(`/courses/${course.slug}`);
	const stamped = page.locator('h2.stamped');
	await expect(stamped).toHaveCount(1);
	await expect(stamped).toContainText(done!.title.vi!.text);
	await expect(stamped.locator('.stamp svg')).toBeVisible();
	await expect(stamped).toHaveAttribute('data-say', 'course.stamp');
	await phone.goto('/me');
	await expect(message(page, 'badge.issued')).toHaveCount(0);
});

test('her picture and her link go to another app by the phone’s own sheet; without one it is kept', async ({
	house,
	newPhone,
	browser
}) => {
	test.setTimeout(180_000);
	const { course } = await firstCourse(house);
	const trainer = await Trainer.signIn(browser, house);
	const [card] = await trainer.newGroup('Nà Chang', [WOMAN]);
	await learnElsewhere(house.origin, card!, course);
	const phone = newPhone();
	const page = await phone.open();
	await chooseVietnamese(page);
	await joinByLink(page, card!);
	await phone.goto('/me');
	await expect(message(page, 'badge.issued')).toBeVisible();

	await test.step('without a line she is told so; the square is there all the same', async () => {
		await phone.goto(`/me/badge/${course.slug}`);
		await expect(page.locator('svg.qr')).toBeVisible();
		await house.stop();
		await control(page, 'show.picture').tap();
		await expect(message(page, 'show.noPicture')).toBeVisible();
		await expect(page.locator('svg.qr')).toBeVisible();
		await house.start();
	});

	await test.step('a browser without a sheet for pictures keeps the picture', async () => {
		await page.addInitScript(() =>
			Object.defineProperty(navigator, 'canShare', { value: undefined, configurable: true })
		);
		await phone.goto(`/me/badge/${course.slug}`);
		await expect(page.locator('svg.qr')).toBeVisible();
		const download = page.waitForEvent('download');
		await control(page, 'show.picture').tap();
		expect((await download).suggestedFilename()).toBe('huy-hieu.png');
		expect(unbakePng(readFileSync(await (await download).path()))).toContain('OpenBadgeCredential');
	});

	await test.step('one with a sheet gives it the baked picture, sized for a chat, with the link', async () => {
		await giveSheet(page);
		await phone.goto(`/me/badge/${course.slug}`);
		await control(page, 'show.picture').tap();
		await expect.poll(async () => (await sharedBy(page)).length).toBe(1);
		const [{ bytes = [], name, type, text = '' } = {}] = await sharedBy(page);
		expect([name, type]).toEqual(['huy-hieu.png', 'image/png']);
		expect(text).toMatch(new RegExp(`^${house.origin}/verify/[a-z0-9]{26}$`));
		const png = Uint8Array.from(bytes);
		const size = new DataView(png.buffer);
		expect([size.getUint32(16), size.getUint32(20)]).toEqual([1080, 1080]);
		const baked = unbakePng(png)!;
		expect(JSON.parse(baked)).toMatchObject({ id: text.replace('/verify/', '/badges/') });

		// A stranger gets the file and checks it.
		const stranger = await browser.newPage({ locale: 'vi-VN' });
		await stranger.goto(`${house.origin}/verify`);
		const file = { name: 'IMG-1.png', mimeType: 'image/png', buffer: Buffer.from(png) };
		await stranger.locator('input[type=file]').setInputFiles(file);
		await expect(stranger.locator('.answer h1')).toHaveText('Huy hiệu thật');
	});

	await test.step('the link goes alone, with her name once she shows it', async () => {
		await control(page, 'show.withName').tap();
		await control(page, 'show.share').tap();
		await expect.poll(async () => (await sharedBy(page)).length).toBe(2);
		const [, link] = await sharedBy(page);
		expect(link).toMatchObject({ title: course.title.vi!.text });
		expect(link!.url).toMatch(new RegExp(`^${house.origin}/verify/[a-z0-9]{26}#n=`));
	});
});

test('a badge that the server does not find earned is not signed, and she is told what is missing', async ({
	house,
	newPhone,
	browser
}) => {
	test.setTimeout(180_000);
	const { course, lessons } = await firstCourse(house);
	const trainer = await Trainer.signIn(browser, house);
	const { page: console } = trainer;
	const [card] = await trainer.newGroup('Nà Chang', [WOMAN]);
	await learnElsewhere(house.origin, card!, { ...course, modules: course.modules.slice(0, 1) });

	await test.step('a manager asks for a lesson, practices, a stall with goods, and an order', async () => {
		await console.goto(`${house.origin}/trainer/badges`);
		await console.getByLabel(consoleText('badges.name'), { exact: true }).fill('Người bán hàng giỏi');
		await console.getByLabel(consoleText('badges.nameEn')).fill('Sells well');
		await console.locator('summary', { hasText: course.title.vi!.text }).click();
		await console.getByLabel(lessons.at(-1)!.title.vi!.text, { exact: true }).check();
		await console.getByLabel(consoleText('badges.evidence.practice')).fill('3');
		await console.getByLabel(consoleText('badges.evidence.stall-opened')).check();
		await console.getByLabel(consoleText('badges.evidence.product-offered')).fill('2');
		await console.getByLabel(consoleText('badges.evidence.order-recorded')).fill('1');
		await consoleControl(console, 'badges.submit').click();
		await expect(console.getByRole('status')).toHaveText(consoleText('badges.saved'));
	});

	const { achievements } = (await (await fetch(`${house.origin}/api/catalog`)).json()) as {
		achievements: { slug: string }[];
	};
	const slug = achievements[0]!.slug;
	const phone = newPhone();
	const page = await phone.open();
	await chooseVietnamese(page);
	await joinByLink(page, card!);

	await test.step('her phone believes that she has it, as after a damage', async () => {
		await phone.goto('/me');
		await expect(page.getByText(WOMAN)).toBeVisible();
		await page.evaluate(
			(course) =>
				new Promise<void>((resolve, reject) => {
					const open = indexedDB.open('ban-may');
					open.onerror = () => reject(open.error!);
					open.onsuccess = () => {
						const store = open.result.transaction(['badges', 'profiles'], 'readwrite');
						const profiles = store.objectStore('profiles').getAll();
						profiles.onsuccess = () => {
							const hers = (profiles.result as { id: string; learner?: unknown }[]).find(
								(one) => one.learner
							);
							const row = { profile: hers!.id, course, earnedAtMs: Date.now(), state: 'earned' };
							store.objectStore('badges').put(row);
						};
						store.oncomplete = () => resolve();
					};
				}),
			slug
		);
	});

	await test.step('it is not called signed, and each thing that is missing has its sentence', async () => {
		await phone.goto(`/me/badge/${slug}`);
		await expect(message(page, 'show.asking')).toBeVisible();
		for (const kind of ['practice', 'stall-opened', 'product-offered', 'order-recorded'] as const) {
			await expect(message(page, `show.lacks.${kind}`)).toBeVisible();
			await expect(message(page, `show.lacks.${kind}`)).toHaveAttribute('data-say', `show.lacks.${kind}`);
		}
		await expect(control(page, 'show.learn', { title: lessons.at(-1)!.title.vi!.text })).toBeVisible();
		await expect(page.locator('svg.qr')).toHaveCount(0);
		await expect(control(page, 'show.share')).toHaveCount(0);
		for (const [width, height] of [
			[320, 568],
			[360, 640]
		] as const) {
			await page.setViewportSize({ width, height });
			expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
		}
	});
});
