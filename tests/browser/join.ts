import { expect, type Page } from '@playwright/test';
import type { Card } from './trainer';
import { control, message } from './words';

type HowSheJoins = {
	/** Whether what was learned on this phone is hers; asked only where somebody has learned. */
	whose?: 'mine' | 'anothers';
};

/** Scans a card: its link opens, she says that it is she. Ends at home, delivered or delivering. */
export async function joinByLink(page: Page, card: Card, how: HowSheJoins = {}): Promise<void> {
	// A camera opens the link in the browser: never by a step inside the page.
	const { origin } = new URL(page.url());
	await page.goto('about:blank');
	await page.goto(origin + hashOf(card));
	await confirm(page, card, how);
}

/** Types the eight digits of a card. */
export async function joinByDigits(page: Page, card: Card, how: HowSheJoins = {}): Promise<void> {
	for (const digit of card.code) await page.getByRole('button', { name: digit, exact: true }).tap();
	await confirm(page, card, how);
}

const hashOf = ({ link }: Card) => link.slice(new URL(link).origin.length);

async function confirm(page: Page, card: Card, { whose }: HowSheJoins): Promise<void> {
	await expect(message(page, 'join.isItYou')).toBeVisible();
	await expect(page.getByText(card.name, { exact: true })).toBeVisible();
	await control(page, 'join.yes').tap();
	if (whose) await control(page, whose === 'mine' ? 'join.mine' : 'join.anothers').tap();
	await expect(page).toHaveURL(/\/$/);
}
