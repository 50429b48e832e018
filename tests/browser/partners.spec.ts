import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './journey';
import { stockHoney } from './stock-at-house';
import { Trainer } from './trainer';
import { consoleControl, consoleMessage, consoleText } from './words';

const partnersVi = JSON.parse(
	readFileSync(new URL('../../src/lib/i18n/public/partners.vi.json', import.meta.url), 'utf8')
) as Record<keyof typeof import('../../src/lib/i18n/public/partners.vi.json'), string>;
const WOMAN = 'Giàng Thị Dợ';
const SHOP = 'Công ty Quà Quê';

async function isAccessible(page: Page) {
	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
	expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
}

/** An office fills in the form at its own telephone; the page has no script. */
async function applies(page: Page, origin: string, name: string, phone: string): Promise<void> {
	await page.goto(`${origin}/partners/join`);
	await page.getByLabel(partnersVi.name).fill(name);
	await page.locator('select[name=kind]').selectOption('retailer');
	await page.getByLabel(partnersVi.contactName).fill('Chị Hà');
	await page.getByLabel(partnersVi.phone).fill(phone);
	await page.locator('select[name=province]').selectOption('19');
	await page.locator('select[name=want0Kind]').selectOption('honey');
	await page.getByLabel(partnersVi.amount).first().fill('30');
	await page.locator('select[name=want0Unit]').selectOption('bottle');
	await page.getByRole('button', { name: partnersVi.send }).click();
}

test('a stranger applies, a manager checks, a match is introduced and followed; who pretends is flagged', async ({
	house,
	browser
}) => {
	test.setTimeout(240_000);
	const manager = await Trainer.signIn(browser, house);
	const { page } = manager;
	await manager.makeGroup('Nà Chang');
	await manager.addWomen([WOMAN, 'Lò Thị Mẩy']);
	await stockHoney(house, { woman: WOMAN, group: 'Nà Chang', bottles: 12 });
	const office = await browser.newContext({ viewport: { width: 320, height: 568 }, locale: 'vi-VN' });
	const stranger = await office.newPage();

	await test.step('a shop that nobody knows applies; a fault is said and nothing is lost', async () => {
		await applies(stranger, house.origin, SHOP, '12');
		await expect(stranger.getByText(partnersVi['fault.phone']).first()).toBeVisible();
		await expect(stranger.getByLabel(partnersVi.name)).toHaveValue(SHOP);
		await isAccessible(stranger);
		await stranger.getByLabel(partnersVi.phone).fill('024 3974 5555');
		await stranger.getByRole('button', { name: partnersVi.send }).click();
		await expect(stranger.getByText(partnersVi.sent)).toBeVisible();
		await isAccessible(stranger);
	});

	await test.step('a manager sees that it waits, and says how she has checked it', async () => {
		await page.goto(`${house.origin}/trainer/partners`);
		await expect(page.getByText(consoleText('partners.waiting.one'))).toBeVisible();
		await expect(page.getByText(consoleText('partners.matchesNone'))).toBeVisible();
		await isAccessible(page);
		await page.getByRole('link', { name: SHOP }).click();
		await page.getByRole('radio', { name: consoleText('partners.verifyBy.called') }).check();
		await page.getByLabel(consoleText('partners.verifyWords')).fill('Tổng đài 024 3974 5555');
		await consoleControl(page, 'partners.verifyYes').click();
		await expect(consoleMessage(page, 'board.done.verified')).toBeVisible();
	});

	await test.step('the match stands there with its reasons, and is introduced with her yes', async () => {
		await page.goto(`${house.origin}/trainer/partners`);
		await expect(
			page.getByText('Có sẵn 12 chai, cần 30').or(page.getByText('Mới có 12 chai, cần 30'))
		).toBeVisible();
		await expect(page.getByText(consoleText('partners.why.same_province'))).toBeVisible();
		await isAccessible(page);
		await consoleControl(page, 'intro.make').click();
		await expect(page.getByLabel(consoleText('intro.woman'))).toContainText(WOMAN);
		const form = page.getByRole('form', { name: consoleText('intro.makeTitle') });
		await consoleControl(form, 'intro.make').click();
		await expect(consoleMessage(page, 'problem.intro_asked')).toBeVisible();
		await form.getByText(consoleText('intro.asked')).click();
		await isAccessible(page);
		await consoleControl(form, 'intro.make').click();
		await expect(consoleMessage(page, 'board.done.made')).toBeVisible();
		await expect(page.getByRole('heading', { level: 1 })).toContainText(SHOP);
		await expect(page.getByRole('heading', { level: 1 })).toContainText(WOMAN);
	});

	await test.step('steps are followed, an order with what it is worth', async () => {
		const form = page.getByRole('form', { name: consoleText('intro.note') });
		await consoleControl(form, 'intro.keep').click();
		await expect(consoleMessage(page, 'board.done.noted')).toBeVisible();
		await expect(page.getByRole('listitem').filter({ hasText: consoleText('intro.step.met') })).toBeVisible();
		await form.getByLabel(consoleText('intro.step')).selectOption('order');
		await form.getByLabel(consoleText('intro.amount')).fill('10.000.000.000');
		await consoleControl(form, 'intro.keep').click();
		await expect(consoleMessage(page, 'problem.intro_deal_high')).toBeVisible();
		await form.getByLabel(consoleText('intro.amount')).fill('9.000.000');
		await consoleControl(form, 'intro.keep').click();
		await expect(page.getByText('9.000.000 đồng')).toBeVisible();
		await isAccessible(page);
		await page.goto(`${house.origin}/trainer/partners/introductions`);
		await expect(page.getByRole('link', { name: SHOP })).toBeVisible();
		await expect(page.getByText(consoleText('intro.step.order'))).toBeVisible();
	});

	await test.step('the same name with another telephone is flagged, and not confirmed by the way', async () => {
		await applies(stranger, house.origin, `Công ty TNHH Quà Quê`, '0900 000 009');
		await expect(stranger.getByText(partnersVi.sent)).toBeVisible();
		await page.goto(`${house.origin}/trainer/partners?state=unverified`);
		await expect(page.getByText(consoleText('partners.pretends'))).toBeVisible();
		await page.getByRole('link', { name: 'Công ty TNHH Quà Quê' }).click();
		await page.getByRole('radio', { name: consoleText('partners.verifyBy.called') }).check();
		await consoleControl(page, 'partners.verifyYes').click();
		await expect(consoleMessage(page, 'problem.partner_pretends')).toBeVisible();
		await isAccessible(page);
		await page.locator('summary', { hasText: consoleText('partners.refuse') }).click();
		const refusing = page.getByRole('form', { name: consoleText('partners.refuse') });
		await refusing.getByLabel(consoleText('partners.reason')).fill('Cửa hàng thật không biết số này');
		await consoleControl(refusing, 'partners.refuse').click();
		await expect(consoleMessage(page, 'board.done.refused')).toBeVisible();
		await expect(page.getByText('Cửa hàng thật không biết số này')).toBeVisible();
	});
	await office.close();
});
