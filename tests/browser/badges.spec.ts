import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { Resvg } from '@resvg/resvg-js';
import decodeQr from 'qr/decode.js';
import { firstCourse } from './courses';
import { expect, test } from './journey';
import { joinByLink } from './join';
import { chooseVietnamese } from './learn';
import { learnElsewhere } from './learn-elsewhere';
import { Trainer } from './trainer';
import { consoleControl, consoleText, control, message } from './words';

const WOMAN = 'Lò Thị Mẩy';

/** What a camera reads off the screen. */
async function scan(page: Page): Promise<string> {
	const svg = await page.locator('svg.qr').evaluate((one) => {
		one.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
		one.setAttribute('width', '720');
		return one.outerHTML;
	});
	const image = new Resvg(svg).render();
	return decodeQr({ data: new Uint8Array(image.pixels), width: image.width, height: image.height });
}

test('she shows her badge without a network; a stranger checks it, online and in a place without a line; a manager takes it back', async ({
	house,
	newPhone,
	browser
}) => {
	test.setTimeout(240_000);
	const { course } = await firstCourse(house);
	const title = course.title.vi!.text;
	const trainer = await Trainer.signIn(browser, house);
	const [card] = await trainer.newGroup('Nà Chang', [WOMAN]);
	await learnElsewhere(house.origin, card!, course);
	const phone = newPhone();
	const page = await phone.open();
	const stranger = await (
		await browser.newContext({ viewport: { width: 360, height: 640 }, locale: 'vi-VN' })
	).newPage();
	const answer = stranger.locator('.answer h1');
	let link = '';
	let square = '';
	let json = '';

	await test.step('her phone brings it home, signed; she opens it with her name', async () => {
		await chooseVietnamese(page);
		await joinByLink(page, card!);
		await phone.goto('/me');
		await expect(message(page, 'badge.issued')).toBeVisible();
		await control(page, 'show.open').tap();
		await expect(page.locator('svg.qr')).toBeVisible();
		square = await scan(page);
		expect(square).toMatch(new RegExp(`^${house.origin}/verify#`));
		await control(page, 'show.withName').tap();
		await expect(control(page, 'show.withoutName')).toBeVisible();
		expect(await scan(page)).not.toBe(square);
		link = await page.locator('a[href*="/print"]').evaluate((one: HTMLAnchorElement) => one.href);
	});

	const id = /badges\/(\w+)\/print/.exec(link)![1];
	const name = new URL(link).hash;
	await test.step('a stranger opens the link: true, what, when; her name only because she gave it', async () => {
		await stranger.goto(`${house.origin}/verify/${id}`);
		await expect(answer).toHaveText('Huy hiệu thật');
		await expect(stranger.getByRole('heading', { name: title })).toBeVisible();
		await expect(stranger.getByText(WOMAN)).toBeHidden();
		await stranger.goto('about:blank');
		await stranger.goto(`${house.origin}/verify/${id}${name}`);
		await expect(stranger.getByText(WOMAN)).toBeVisible();
		await stranger.getByText('Đã kiểm tra những gì?').click();
		await expect(stranger.getByText('Không nằm trong danh sách thu hồi')).toBeVisible();
		const { violations } = await new AxeBuilder({ page: stranger }).analyze();
		expect(violations).toEqual([]);
	});

	await test.step('pasted, as a file, baked into its picture, and tampered with', async () => {
		await stranger.goto(`${house.origin}/verify`);
		json = await (await fetch(`${house.origin}/badges/${id}.json`)).text();
		const give = async (text: string) => {
			await stranger.locator('textarea').fill(text);
			await stranger.getByRole('button', { name: 'Kiểm tra', exact: true }).click();
		};
		await give(json);
		await expect(answer).toHaveText('Huy hiệu thật');
		await expect(answer).toBeInViewport();
		await give(json.replace(title, 'Bác sĩ'));
		await expect(answer).toHaveText('Đã bị sửa');
		await give('Tôi có huy hiệu');
		await expect(answer).toHaveText('Không phải huy hiệu');
		const png = Buffer.from(await (await fetch(`${house.origin}/badges/${id}.png`)).arrayBuffer());
		await stranger
			.locator('input[type=file]')
			.setInputFiles({ name: 'b.png', mimeType: 'image/png', buffer: png });
		await expect(answer).toHaveText('Huy hiệu thật');
		const { violations } = await new AxeBuilder({ page: stranger }).analyze();
		expect(violations).toEqual([]);
	});

	await test.step('the page is kept, the server is gone: her square is checked all the same, and says how', async () => {
		await stranger.getByRole('button', { name: 'Giữ trang này' }).click();
		await expect(stranger.getByText('Đã giữ trong máy')).toBeVisible({ timeout: 60_000 });
		// A link that is looked at from now on can be looked at again.
		await stranger.goto(`${house.origin}/verify/${id}`);
		await expect(answer).toHaveText('Huy hiệu thật');
		const isKept = () => stranger.evaluate(async (path) => !!(await caches.match(path)), `/badges/${id}.jwt`);
		await expect.poll(isKept).toBe(true);
		await house.stop();
		await stranger.goto('about:blank');
		await stranger.goto(`${house.origin}/verify/${id}${name}`);
		await expect(answer).toHaveText('Huy hiệu thật');
		await expect(stranger.getByText('Danh sách thu hồi lập hôm nay')).toBeVisible();
		await expect(stranger.getByText(WOMAN)).toBeVisible();
		await stranger.getByText('Đã kiểm tra những gì?').click();
		await expect(stranger.getByText('Khóa ký là của nơi cấp')).toBeVisible();
		const picture = stranger.locator('img[src*=".svg"]');
		await expect.poll(() => picture.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBeGreaterThan(0);
		await stranger.goto(`${house.origin}/verify/${'b'.repeat(26)}`);
		await expect(answer).toHaveText('Chưa có mạng');
		await phone.goto(`/me/badge/${course.slug}`);
		await expect(page.locator('svg.qr')).toBeVisible();
		expect(await scan(page)).toBe(square);
		await stranger.goto('about:blank');
		await stranger.goto(square);
		await expect(answer).toHaveText('Huy hiệu thật');
		await expect(stranger.getByText('Danh sách thu hồi lập hôm nay')).toBeVisible();
		await stranger.goto(`${house.origin}/verify`);
		await stranger.locator('textarea').fill(json);
		await stranger.getByRole('button', { name: 'Kiểm tra', exact: true }).click();
		await expect(answer).toHaveText('Huy hiệu thật');
		await expect(answer).toBeInViewport();
		await house.start();
	});

	await test.step('a manager takes it back: the next look says so', async () => {
		await trainer.page.getByRole('link', { name: WOMAN }).first().click();
		await trainer.page.locator('summary', { hasText: consoleText('badge.revoke') }).click();
		await trainer.page.getByLabel(consoleText('badge.revokeWhy')).fill('Bài làm hộ');
		await consoleControl(trainer.page, 'badge.revokeYes').click();
		await expect(trainer.page.getByText('Bài làm hộ')).toBeVisible();
		await stranger.goto(`${house.origin}/verify/${id}`);
		await expect(answer).toHaveText('Đã bị thu hồi');
		await stranger.goto(`${house.origin}/verify/${'a'.repeat(26)}`);
		await expect(answer).toHaveText('Không tìm thấy');
	});
});

test('a certificate is one A5 page with her name and a square that is checked', async ({
	house,
	browser
}) => {
	const { course } = await firstCourse(house);
	const trainer = await Trainer.signIn(browser, house);
	const [card] = await trainer.newGroup('Nà Chang', [WOMAN]);
	await learnElsewhere(house.origin, card!, course);
	await trainer.page.getByRole('link', { name: WOMAN }).first().click();
	const href = await trainer.page.getByRole('link', { name: consoleText('badge.open') }).getAttribute('href');
	const page = await browser.newPage();
	await page.goto(`${house.origin}/badges/${href!.split('/').at(-1)}/print`);
	await expect(page.getByRole('heading', { name: course.title.vi!.text })).toBeVisible();
	const pdf = await page.pdf({ preferCSSPageSize: true, path: 'test-results/certificate.pdf' });
	expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
	const [, width, height] = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(pdf.toString('latin1'))!;
	expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([595, 420]);
});

test('a group chooses its pattern: her badge wears it, and goes on wearing it without a network', async ({
	house,
	newPhone,
	browser
}) => {
	test.setTimeout(180_000);
	const { course } = await firstCourse(house);
	const trainer = await Trainer.signIn(browser, house);
	const [card] = await trainer.newGroup('Nà Chang', [WOMAN]);
	await learnElsewhere(house.origin, card!, course);
	const { page: console } = trainer;

	await test.step('chosen by its shape, seen at once, kept', async () => {
		await console.getByRole('link', { name: consoleText('pattern.open') }).click();
		await console.getByLabel(consoleText('pattern.motif.spiral')).check();
		const colors = console.getByRole('group', { name: consoleText('pattern.thread') });
		await colors.getByLabel(consoleText('pattern.color.earth')).check();
		await expect(console.locator('.badges path[fill="#6e3f07"]').first()).toBeVisible();
		const { violations } = await new AxeBuilder({ page: console }).analyze();
		expect(violations).toEqual([]);
		await consoleControl(console, 'pattern.save').click();
		await expect(console.getByRole('status')).toHaveText(consoleText('pattern.saved'));
		await console.reload();
		await expect(console.getByLabel(consoleText('pattern.motif.spiral'))).toBeChecked();
		for (const width of [360, 1280]) {
			await console.setViewportSize({ width, height: 800 });
			expect(await console.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
		}
	});

	await test.step('her phone shows it, also when the server is gone', async () => {
		const phone = newPhone();
		const page = await phone.open();
		await chooseVietnamese(page);
		await joinByLink(page, card!);
		await phone.goto('/me');
		const thread = page.locator('.badge path[fill="#6e3f07"]');
		await expect(message(page, 'badge.issued')).toBeVisible();
		await expect(thread).toBeVisible();
		await phone.isSetUp();
		await house.stop();
		await phone.goto('/me');
		await expect(thread).toBeVisible();
		await house.start();
	});
});
