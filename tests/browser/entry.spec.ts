import type { Page } from '@playwright/test';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './journey';
import { signOut, Trainer } from './trainer';
import { consoleControl, consoleMessage, consoleText, type ConsoleKey } from './words';

const NAME = 'Nông Thị Hoa';
const EMAIL = 'hoa@na-ri.example';
const PASSWORD = 'ngô nở trên nương';
const NEXT_PASSWORD = 'suối chảy qua bản';

const field = (page: Page, key: ConsoleKey) => page.getByLabel(consoleText(key), { exact: true });
const choice = (page: Page, key: ConsoleKey) => page.getByRole('combobox', { name: consoleText(key) });
const isSound = async (page: Page) => {
	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(violations.map(({ id }) => id)).toEqual([]);
};

test('a manager invites a trainer, who forgets her password and comes back by a code; the log tells it', async ({
	house,
	browser
}) => {
	test.setTimeout(300_000);
	const manager = await Trainer.signIn(browser, house);
	const { page } = manager;
	await manager.makeGroup('Nà Chang');
	const phone = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'vi-VN' });
	const hers = await phone.newPage();
	let link = '';

	await test.step('the manager makes a link, with a group and a place', async () => {
		await page.goto(`${house.origin}/trainer/staff`);
		await consoleControl(page, 'entry.inviteOpen').click();
		await field(page, 'entry.name').fill(NAME);
		await page.getByLabel('Nà Chang').check();
		await page.getByRole('combobox', { name: consoleText('staff.addPlace') }).fill('na ri');
		await page.getByRole('option', { name: /Na Rì/ }).first().click();
		await isSound(page);
		await consoleControl(page, 'entry.make').click();
		link = await page.locator('.once input').inputValue();
		expect(link).toMatch(/\/invite#[\w-]{22}$/);
		await expect(page.getByRole('heading', { name: NAME })).toBeVisible();
		await expect(field(page, 'entry.name')).toHaveValue('');
		await page.reload();
		await expect(page.locator('.once')).toHaveCount(0);
	});

	await test.step('the trainer opens it on her phone and chooses a name and a password', async () => {
		await hers.goto(link);
		await expect(hers.getByText('Nà Chang')).toBeVisible();
		expect(hers.url(), 'the secret does not stay in the history').not.toContain('#');
		await isSound(hers);
		await field(hers, 'invite.email').fill(EMAIL);
		await field(hers, 'invite.password').fill('ngắn');
		await consoleControl(hers, 'invite.go').click();
		await expect(hers.getByRole('alert')).toHaveText(
			consoleText('problem.password_short').replace('{n}', '12')
		);
		await expect(field(hers, 'invite.email')).toHaveValue(EMAIL);
		await field(hers, 'invite.password').fill(PASSWORD);
		await consoleControl(hers, 'invite.go').click();
		await expect(hers.getByRole('heading', { name: consoleText('today.title') })).toBeVisible();
		await expect(hers.getByRole('link', { name: 'Nà Chang' }).first()).toBeVisible();
	});

	await test.step('a second time it opens nothing', async () => {
		const other = await phone.newPage();
		await other.goto(link);
		await expect(other.getByRole('alert')).toHaveText(consoleText('invite.used'));
		await other.goto(`${house.origin}/invite#${'A'.repeat(22)}`);
		await other.reload();
		await expect(other.getByRole('alert')).toBeVisible();
		await other.close();
	});

	let code = '';
	await test.step('she forgets it; the manager reads her a code', async () => {
		await signOut(hers);
		await field(hers, 'signIn.email').fill(EMAIL);
		await field(hers, 'signIn.password').fill('không nhớ nữa rồi');
		await consoleControl(hers, 'signIn.go').click();
		await expect(hers.getByRole('alert')).toHaveText(consoleText('signIn.wrong'));

		await page.goto(`${house.origin}/trainer/staff`);
		const card = page.getByRole('article').filter({ hasText: NAME });
		await card.getByRole('link', { name: consoleText('entry.forgot') }).click();
		await consoleControl(page, 'entry.giveCode').click();
		code = await page.locator('.signs').innerText();
		expect(code).toMatch(/^[a-z2-9]{4}-[a-z2-9]{4}$/);
	});

	await test.step('with the code she sets a new one and is in', async () => {
		await consoleControl(hers, 'code.have').click();
		await field(hers, 'invite.email').fill(EMAIL);
		await field(hers, 'code.code').fill('aaaa-aaaa');
		await field(hers, 'me.new').fill(NEXT_PASSWORD);
		await consoleControl(hers, 'code.go').click();
		await expect(hers.getByRole('alert')).toHaveText(consoleText('problem.code_wrong'));
		await field(hers, 'code.code').fill(code.toUpperCase());
		await field(hers, 'me.new').fill(NEXT_PASSWORD);
		await isSound(hers);
		await consoleControl(hers, 'code.go').click();
		await expect(hers.getByRole('heading', { name: consoleText('today.title') })).toBeVisible();
	});

	await test.step('she changes it herself, and sees where she is signed in', async () => {
		await hers.goto(`${house.origin}/trainer/me`);
		await field(hers, 'me.old').fill(NEXT_PASSWORD);
		await field(hers, 'me.new').fill(PASSWORD);
		await consoleControl(hers, 'me.change').click();
		await expect(consoleMessage(hers, 'me.changed')).toBeVisible();
		await expect(field(hers, 'me.old')).toHaveValue('');
		await expect(consoleMessage(hers, 'me.here')).toBeVisible();
		await isSound(hers);
	});

	await test.step('the log tells it, by member and by kind', async () => {
		await page.goto(`${house.origin}/trainer/audit`);
		await choice(page, 'audit.member').selectOption({ label: NAME });
		await consoleControl(page, 'audit.show').click();
		for (const key of [
			'audit.what.staff.joined',
			'audit.what.staff.sign-in-failed',
			'audit.what.staff.code-given',
			'audit.what.staff.password-reset-failed',
			'audit.what.staff.password-reset',
			'audit.what.staff.password-changed',
			'audit.what.staff.signed-out'
		] as const)
			await expect(
				page
					.getByRole('listitem')
					.filter({ hasText: consoleText(key) })
					.first()
			).toBeVisible();
		await isSound(page);
		await choice(page, 'audit.kind').selectOption('groups');
		await consoleControl(page, 'audit.show').click();
		await expect(consoleMessage(page, 'audit.none')).toBeVisible();
	});

	for (const width of [360, 1280])
		await test.step(`nothing is wider than a screen of ${width}`, async () => {
			await page.setViewportSize({ width, height: 800 });
			for (const path of ['entry', 'me', 'audit', 'phones', 'staff']) {
				await page.goto(`${house.origin}/trainer/${path}`);
				expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBe(width);
			}
		});
});
