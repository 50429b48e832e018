import { expect, type Browser, type Page } from '@playwright/test';
import { drawQr } from '../../src/lib/ui/qr-path';
import { MANAGER } from '../../scripts/testing/house.mjs';
import { consoleControl, consoleMessage, consoleText, type ConsoleKey } from './words';

/** What a card says: to the eye in digits, to a camera as a link. */
export type Card = { name: string; code: string; link: string };

/** A trainer's laptop. */
export class Trainer {
	constructor(
		readonly page: Page,
		readonly origin: string
	) {}

	/** The first manager at a laptop of her own, signed in. */
	static async signIn(browser: Browser, { origin }: { origin: string }): Promise<Trainer> {
		const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'vi-VN' });
		const page = await context.newPage();
		await page.goto(`${origin}/sign-in`);
		await page.getByLabel(consoleText('signIn.email')).fill(MANAGER.email);
		await page.getByLabel(consoleText('signIn.password')).fill(MANAGER.password);
		await consoleControl(page, 'signIn.go').click();
		await expect(page.getByRole('heading', { name: consoleText('today.title') })).toBeVisible();
		return new Trainer(page, origin);
	}

	/** Makes a group with these women and a card for each, and reads the printed sheet. @returns cards in their order */
	async newGroup(name: string, women: string[]): Promise<Card[]> {
		await this.makeGroup(name);
		await this.addWomen(women);
		const cards = await this.printCards(women.length);
		return women.map((woman) => cards.find((card) => card.name === woman)!);
	}

	async makeGroup(name: string): Promise<void> {
		await this.page.goto(`${this.origin}/trainer`);
		await this.#field('make.name').fill(name);
		await consoleControl(this.page, 'make.submit').click();
		await expect(this.page.getByRole('heading', { name: `Nhóm ${name}` })).toBeVisible();
	}

	/** On the open page of a group. */
	async addWomen(names: string[]): Promise<void> {
		await this.#field('add.names').fill(names.join('\n'));
		await consoleControl(this.page, 'add.submit').click();
		for (const name of names) await expect(this.rowOf(name)).toBeVisible();
	}

	/** Prints the cards of all who have none; afterwards the group's page is open again. */
	async printCards(n: number): Promise<Card[]> {
		const group = this.page.url();
		const printed = this.page.waitForResponse((answer) => answer.request().method() === 'POST');
		await consoleControl(this.page, 'group.printNew', { n }).first().click();
		const links = [...(await (await printed).text()).matchAll(/https?:[^"'\s]+\/join#[\w-]+/g)].map(
			([link]) => link
		);
		const cards = await this.#readSheet([...new Set(links)]);
		expect(cards).toHaveLength(n);
		await this.page.goto(group);
		return cards;
	}

	/** A camera sees only the drawing; that it is the drawing of one of these links is what is checked. */
	async #readSheet(links: string[]): Promise<Card[]> {
		const byDrawing = new Map(links.map((link) => [drawQr(link).path, link]));
		const printed = await this.page.getByRole('article').all();
		return Promise.all(
			printed.map(async (card) => {
				const drawings = await card
					.locator('path')
					.evaluateAll((all) => all.map((one) => one.getAttribute('d')));
				const link = drawings.map((d) => byDrawing.get(d ?? '')).find(Boolean);
				expect(link, 'the code that a camera reads is a link to join').toBeDefined();
				const code = /\b(\d{4}) (\d{4})\b/.exec(await card.innerText());
				return {
					name: await card.getByRole('heading').innerText(),
					code: `${code?.[1]}${code?.[2]}`,
					link: link!
				};
			})
		);
	}

	rowOf(name: string) {
		return this.page.getByRole('row').filter({ has: this.page.getByRole('rowheader', { name }) });
	}

	/** Waits until the open page of the group says so of this woman, by itself. */
	async sees(name: string, done: number, all: number, timeout?: number): Promise<void> {
		const cell = this.rowOf(name).getByRole('cell', { name: `${done} / ${all}`, exact: true });
		await expect(cell).toBeVisible({ timeout });
	}

	/** Takes away the phone of a woman of the open group. */
	async revokePhone(name: string): Promise<void> {
		const group = this.page.url();
		await this.page.getByRole('link', { name }).first().click();
		await this.page.locator('summary', { hasText: consoleText('woman.revoke') }).click();
		await consoleControl(this.page, 'woman.revokeYes').click();
		await expect(consoleMessage(this.page, 'woman.revoked')).toBeVisible();
		await this.page.goto(group);
	}

	#field(key: ConsoleKey) {
		return this.page.getByLabel(consoleText(key));
	}
}

/** The way out of the console; on a phone it is in the menu. */
export async function signOut(page: Page): Promise<void> {
	const [menu, out] = [consoleControl(page, 'nav.pages'), consoleControl(page, 'nav.signOut')];
	await expect(menu.or(out).filter({ visible: true })).toBeVisible();
	if (await menu.isVisible()) await menu.click();
	await out.click();
}
