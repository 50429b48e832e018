import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { CatalogLesson } from '../../src/lib/domain/course';
import type { Engine, Practice } from '../../src/lib/domain/practice';
import { metaOf } from '../../src/lib/practice/engines';
import { pathFrom } from '../../src/lib/practice/path';
import { catalogOf, firstCourse } from './courses';
import { joinByLink } from './join';
import { expect, test } from './journey';
import { chooseVietnamese } from './learn';
import { keptEvents } from './on-phone';
import { Trainer } from './trainer';
import { consoleText, control, controlFrom, message, textOf } from './words';

type At = { origin: string };
const practiceOf = async ({ origin }: At, lesson: string) =>
	(await (await fetch(`${origin}/api/practices/current/${lesson}.json`)).json()) as Practice;

test('a practice is played without a server, by keyboard alone, and her trainer learns what she fell for', async ({
	house,
	newPhone,
	browser
}) => {
	test.setTimeout(240_000);
	const { course } = await firstCourse(house);
	const practice = await practiceOf(house, 'vneid-giay-to');
	const trainer = await Trainer.signIn(browser, house);
	const [card] = await trainer.newGroup('Nà Chang', ['Lò Thị Mẩy']);
	const phone = newPhone();
	let page = await phone.open();
	await chooseVietnamese(page);
	await phone.goto(`/courses/${course.slug}`);
	await controlFrom(page, 'course.download').tap();
	await expect(message(page, 'course.onPhone')).toBeVisible({ timeout: 90_000 });
	await phone.goto(`/practice/${practice.lesson}`);
	await expect(page.locator('[data-move]').first()).toBeVisible();
	await phone.close();
	await house.stop();

	await test.step('without a server', async () => {
		page = await phone.open(`/practice/${practice.lesson}`);
		await expect(page.locator('[data-move]').first()).toBeVisible();
		// She asks what to do, and then taps the stranger's link.
		await press(page, 'reply:1');
		await press(page, 'reply:1');
		await expect(page.locator('[data-ring="hint"]')).toBeVisible();
		await playOn(page, practice, { turn: 'three', said: [] });
		await expect(control(page, 'practice.again')).toBeVisible();
		const kept = await keptEvents(page);
		expect(kept.filter(({ kind }) => kind === 'practice.completed')).toHaveLength(1);
	});
	await test.step('its pictures and voices are on the phone', async () => {
		const names = JSON.stringify(practice).match(/[0-9a-f]{64}\.(ogg|svg)/g) ?? [];
		const spoken = names.filter((name) => name.endsWith('.svg'));
		const missing = await page.evaluate(async (all) => {
			const cache = await caches.open('media-v1');
			const found = await Promise.all(all.map((name) => cache.match(`/media/${name}`)));
			return all.filter((_, n) => !found[n]);
		}, spoken);
		expect(missing).toEqual([]);
	});
	await test.step('the course shows it as done', async () => {
		await phone.goto(`/courses/${course.slug}`);
		await expect(
			page.locator(`a[href="/practice/${practice.lesson}"][data-say="course.practiceDone"]`)
		).toBeVisible();
	});
	await test.step('her trainer sees it', async () => {
		await house.start();
		await phone.goto('/');
		await joinByLink(page, card!);
		const fell = 'đường dẫn';
		await expect(async () => {
			await trainer.page.reload();
			await expect(trainer.page.getByText(new RegExp(`Còn mắc .*${fell}`)).first()).toBeVisible({
				timeout: 2000
			});
		}).toPass({ timeout: 60_000 });
		await trainer.page.getByRole('link', { name: 'Lò Thị Mẩy' }).first().click();
		await expect(trainer.page.getByRole('heading', { name: consoleText('practice.title') })).toBeVisible();
		await expect(trainer.page.getByText(new RegExp(`Còn mắc: .*${fell}`))).toBeVisible();
	});
});

test('a number that looks real is refused aloud and kept nowhere', async ({ house, newPhone }) => {
	const phone = newPhone();
	const page = await phone.open();
	await chooseVietnamese(page);
	await phone.goto('/practice/khoa-man-hinh');
	await page.locator('[data-move="spot:0"]').tap();
	await page.locator('[data-move="spot:0"]').tap();
	await expect(page.locator('output')).toBeVisible();
	for (const [typed, refusal] of [
		['0912345678', 'practice.real.phone'],
		['001199012345', 'practice.real.id'],
		['4111111111111111', 'practice.real.card']
	] as const) {
		await page.keyboard.type(typed);
		await expect(page.locator('.note')).toContainText(textOf(refusal));
		// A shorter number of that kind may have been refused before the last digits came.
		for (let n = 0; n < 4; n++) await page.keyboard.press('Backspace');
		await expect(page.locator('output')).not.toContainText('●');
	}
	await page.keyboard.type('482913');
	await control(page, 'practice.ready').tap();
	await expect(page.locator('.note')).toContainText(textOf('practice.real.otp'));
	await page.keyboard.type('1234');
	await control(page, 'practice.ready').tap();
	await expect(page.locator('.note.wrong')).toBeVisible();
	for (let time = 0; time < 2; time++) {
		for (const digit of '4725') await page.getByRole('button', { name: digit, exact: true }).tap();
		await control(page, 'practice.ready').tap();
	}
	await expect(page.locator('[data-move="reply:1"]')).toBeVisible();
	const kept = JSON.stringify(await keptEvents(page));
	for (const typed of ['0912345678', '4111111111111111', '482913', '4725']) expect(kept).not.toContain(typed);
	expect(house.log).not.toContain('0912345678');
});

for (const viewport of [
	{ width: 320, height: 568 },
	{ width: 360, height: 640 }
]) {
	test.describe(`at ${viewport.width} x ${viewport.height}`, () => {
		test.use({ viewport });
		test('every engine can be used by thumb and with a screen reader', async ({ house, newPhone }) => {
			const lessons = (await catalogOf(house)).courses.flatMap(({ modules }) =>
				modules.flatMap((module): CatalogLesson[] => module.lessons)
			);
			expect(lessons.filter(({ practice }) => practice)).toHaveLength(lessons.length);
			const phone = newPhone();
			const page = await phone.open();
			await chooseVietnamese(page);
			const seen = new Set<Engine>();
			for (const { slug } of lessons) {
				const practice = await practiceOf(house, slug);
				const [part] = practice.parts;
				if (!part || seen.has(part.engine)) continue;
				seen.add(part.engine);
				await phone.goto(`/practice/${slug}`);
				await expect(page.locator('.stage button').first()).toBeVisible();
				await hasNoFault(page, slug);
			}
			expect(seen.size).toBe(10);
		});
	});
}

/** Presses the button of this move as one who has no touch screen. */
async function press(page: Page, move: string): Promise<void> {
	await expect(page.locator(`[data-move="${move}"]`)).toBeVisible();
	for (let tabs = 0; tabs < 60; tabs++) {
		if (
			await page.evaluate((wanted) => (document.activeElement as HTMLElement).dataset.move === wanted, move)
		) {
			await page.keyboard.press('Enter');
			return;
		}
		await page.keyboard.press('Tab');
	}
	throw new Error(`No Tab leads to ${move}.`);
}

/** Plays to the end from here by the hints; a reason that waits has its button in focus. */
async function playOn(page: Page, practice: Practice, from: unknown): Promise<void> {
	for (const [n, part] of practice.parts.entries()) {
		let state = n === 0 ? from : metaOf(part).model.start(part);
		for (const move of pathFrom(part, state)) {
			await press(page, move);
			const { says, state: next } = metaOf(part).model.step(part, state, move);
			state = next;
			if (!says) continue;
			await expect(page.locator('[data-next]')).toBeFocused();
			await page.keyboard.press('Enter');
		}
	}
}

async function hasNoFault(page: Page, where: string): Promise<void> {
	const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
	const faults = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
	expect(faults, `axe on ${where}`).toEqual([]);
	const measured = await page.evaluate(() => ({
		sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
		small: [...document.querySelectorAll('a[href], button')]
			.map((one) => ({ html: one.outerHTML.slice(0, 80), box: one.getBoundingClientRect() }))
			.filter(({ box }) => box.width > 0 && (box.width < 48 || box.height < 48))
			.map(({ html }) => html),
		mute: [...document.querySelectorAll('a[href], button')]
			.filter((one) => one.checkVisibility() && !one.hasAttribute('data-say'))
			.map((one) => one.outerHTML.slice(0, 80))
	}));
	expect(measured, where).toEqual({ sideways: 0, small: [], mute: [] });
}
