import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { pieces } from '../../src/lib/i18n/fill';
import { learnerVi } from '../fixtures/words';
import { firstCourse } from './courses';
import { expect, test } from './journey';
import { chooseVietnamese, hearCardsByLink } from './learn';
import { Trainer } from './trainer';

/** The rules of low-literacy pages that a browser can check (TARGET-48, REFLOW-320, SAY-EVERYTHING, BIG-TEXT, SAME-BACK). */
const SMALLEST_TARGET = 48;
const SMALLEST_TEXT = 17;

for (const viewport of [
	{ width: 320, height: 568 },
	{ width: 360, height: 640 }
]) {
	test.describe(`at ${viewport.width} x ${viewport.height}`, () => {
		test.use({ viewport });

		test('every learner page can be used by ear, by thumb and in the sun', async ({ house, newPhone }) => {
			const { course, lessons } = await firstCourse(house);
			const phone = newPhone();
			const page = await phone.open();
			const clips: Record<string, unknown> = (
				await (await fetch(`${house.origin}/api/voices/vi.json`)).json()
			).clips;
			await keepsTheRules(page, 'first screen', clips);
			await chooseVietnamese(page);
			await keepsTheRules(page, 'home', clips);
			const backs: string[] = [];
			for (const path of [`/courses/${course.slug}`, '/me', '/people', '/join', '/together', '/nowhere']) {
				await phone.goto(path);
				await expect(page.locator('[data-say="nav.back"]')).toBeVisible();
				await keepsTheRules(page, path, clips);
				backs.push(await placeOf(page, '[data-say="nav.back"]'));
			}
			await phone.goto(`/lessons/${lessons[0]!.slug}`);
			await expect(page.locator('[data-say="lesson.next"]')).toBeVisible();
			await keepsTheRules(page, 'a card', clips);
			backs.push(await placeOf(page, '[data-say="nav.back"]'));
			expect(new Set(backs), 'Back stands at the same place everywhere').toHaveProperty('size', 1);

			await hearCardsByLink(page, lessons[0]!);
			await expect(page.locator('[data-say="question.hearOption"]').first()).toBeVisible();
			await keepsTheRules(page, 'a question', clips);
			await page.locator('[data-say="question.hearOption"]').first().tap();
			await page.locator('[data-say="question.choose"]').tap();
			await expect(page.locator('[data-say="question.goOn"]')).toBeVisible();
			await keepsTheRules(page, 'an answer', clips);

			const elsewhere = phone.asked.filter((url) => url.startsWith('http') && !url.startsWith(house.origin));
			expect(elsewhere, 'nothing is asked of anybody else').toEqual([]);
		});
	});
}

test('the console has no fault that axe finds, and fits a narrow phone', async ({ house, browser }) => {
	const trainer = await Trainer.signIn(browser, house);
	const { page } = trainer;
	await trainer.makeGroup('Nà Chang');
	await trainer.addWomen(['Lò Thị Mẩy', 'Nông Thị Sen']);
	const group = page.url();
	const woman = await page.getByRole('link', { name: 'Lò Thị Mẩy' }).first().getAttribute('href');
	for (const width of [1280, 320]) {
		await page.setViewportSize({ width, height: 800 });
		for (const path of ['/trainer', group, `${group}/cards`, woman!]) {
			await page.goto(new URL(path, house.origin).href);
			await hasNoFault(page, `${path} at ${width}`);
			expect(await overflow(page), `${path} at ${width} scrolls sideways`).toBeLessThanOrEqual(0);
		}
	}
});

async function keepsTheRules(page: Page, where: string, clips: Record<string, unknown>) {
	await hasNoFault(page, where);
	expect(await page.locator('html').getAttribute('lang')).toBe('vi');
	expect(await overflow(page), `${where} scrolls sideways`).toBeLessThanOrEqual(0);
	expect(await tooSmall(page), `${where}: targets under ${SMALLEST_TARGET} px`).toEqual([]);
	expect(await tinyText(page), `${where}: text under ${SMALLEST_TEXT} px`).toEqual([]);
	expect(await muteControls(page, clips), `${where}: controls that nothing says`).toEqual([]);
	await page.evaluate(() => (document.documentElement.style.fontSize = '32px'));
	expect(await overflow(page), `${where} scrolls sideways in double size`).toBeLessThanOrEqual(0);
	await page.evaluate(() => (document.documentElement.style.fontSize = ''));
}

async function hasNoFault(page: Page, where: string) {
	const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
	const faults = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
	expect(faults, `axe on ${where}`).toEqual([]);
}

const overflow = (page: Page) =>
	page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

const CONTROLS = 'a[href], button, input:not([type=hidden]), audio[controls]';

const tooSmall = (page: Page) =>
	page.evaluate(
		({ controls, least }) =>
			[...document.querySelectorAll(controls)]
				.filter((control) => control.checkVisibility())
				.map((control) => ({ control, box: control.getBoundingClientRect() }))
				.filter(({ box }) => box.width > 0 && (box.width < least || box.height < least))
				.map(({ control, box }) => `${control.outerHTML.slice(0, 80)} ${box.width} x ${box.height}`),
		{ controls: CONTROLS, least: SMALLEST_TARGET }
	);

const tinyText = (page: Page) =>
	page.evaluate((least) => {
		const texts = document.createTreeWalker(document.querySelector('#app')!, NodeFilter.SHOW_TEXT);
		const tiny: string[] = [];
		while (texts.nextNode()) {
			const parent = texts.currentNode.parentElement!;
			const text = texts.currentNode.textContent?.trim() ?? '';
			const size = Number.parseFloat(getComputedStyle(parent).fontSize);
			if (text && parent.checkVisibility() && !parent.closest('script, style, svg') && size < least)
				tiny.push(`${text.slice(0, 40)} ${size}`);
		}
		return tiny;
	}, SMALLEST_TEXT);

/** Every control has a spoken label, and every fixed piece of it has a clip. Digits of a keypad say themselves. */
async function muteControls(page: Page, clips: Record<string, unknown>) {
	const keys = await page.evaluate(
		(controls) =>
			[...document.querySelectorAll(controls)]
				.filter((control) => control.checkVisibility())
				.map(
					(control) => control.getAttribute('data-say') ?? `no data-say: ${control.outerHTML.slice(0, 120)}`
				),
		CONTROLS
	);
	const messages: Record<string, string> = learnerVi;
	return keys.filter((key) => {
		const template = messages[key];
		if (template === undefined) return true;
		return pieces(template).some((piece) => 'text' in piece && !(piece.text in clips));
	});
}

async function placeOf(page: Page, selector: string): Promise<string> {
	const box = await page.locator(selector).first().boundingBox();
	return `${box?.x},${box?.y},${box?.width}`;
}
