import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './journey';
import { addStaff } from './staff-at-house';
import { Trainer } from './trainer';
import { consoleControl, consoleMessage, consoleText } from './words';

const WOMAN = 'Hoàng Thị Yến';

async function isAccessible(page: Page) {
	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
	expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
}

test('a manager makes a group at a place, moves a woman to it, and gives the place to a manager; the trainer sees her, and where she was', async ({
	house,
	browser
}) => {
	test.setTimeout(180_000);
	const hoa = await addStaff(house, 'Cô Hoa', 'trainer');
	const van = await addStaff(house, 'Cô Vân', 'manager');
	const manager = await Trainer.signIn(browser, house);
	const { page } = manager;
	await manager.makeGroup('Nhóm Cũ');
	await manager.addWomen([WOMAN, 'Lò Thị Mẩy']);

	await test.step('the place is found by its old name and chosen by keyboard alone', async () => {
		await page.goto(`${house.origin}/trainer`);
		await page.getByLabel(consoleText('make.name')).fill('Nhóm Mới');
		const place = page.getByRole('combobox', { name: consoleText('make.place') });
		await place.focus();
		await page.keyboard.type('xuan duong na ri');
		await expect(page.getByRole('option').first()).toBeVisible();
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('Enter');
		// What it is called today stands beneath the name that she typed.
		await expect(page.getByText('Xã Xuân Dương, Tỉnh Thái Nguyên')).toBeVisible();
		await page.getByLabel(consoleText('people.village')).fill('Nà Chang');
		await page.getByRole('checkbox', { name: 'Cô Hoa' }).check();
		await isAccessible(page);
		await consoleControl(page, 'make.submit').click();
		await expect(page.getByRole('heading', { name: 'Nhóm Mới' })).toBeVisible();
		await expect(page.getByText(/Nà Chang, Xã Xuân Dương, Tỉnh Thái Nguyên/)).toBeVisible();
	});

	await test.step('she moves, and her days in the old group stay', async () => {
		await page.goto(`${house.origin}/trainer`);
		await page.getByRole('link', { name: 'Nhóm Cũ' }).first().click();
		await page.getByRole('link', { name: WOMAN }).first().click();
		await consoleControl(page, 'people.aboutWoman').click();
		await page
			.getByRole('form', { name: 'Nhóm Cũ' })
			.getByLabel(consoleText('people.moveTo'))
			.selectOption({ label: 'Nhóm Mới' });
		await consoleControl(page, 'people.move').click();
		await expect(consoleMessage(page, 'people.done.moved')).toBeVisible();
		await expect(page.getByRole('listitem').filter({ hasText: /Nhóm Cũ\s+từ .+ đến/ })).toBeVisible();
		await page.getByLabel(consoleText('facts.birthYear')).fill('1985');
		await page.getByLabel(consoleText('facts.ethnicity')).selectOption({ label: 'Tày' });
		await consoleControl(page, 'people.save').click();
		await expect(consoleMessage(page, 'people.done.saved')).toBeVisible();
		await isAccessible(page);
	});

	await test.step('the trainer sees her at 360 px, with where she was', async () => {
		const phone = await browser.newContext({ viewport: { width: 360, height: 640 }, locale: 'vi-VN' });
		const hers = await phone.newPage();
		await hers.goto(`${house.origin}/sign-in`);
		await hers.getByLabel(consoleText('signIn.email')).fill(hoa.email);
		await hers.getByLabel(consoleText('signIn.password')).fill(hoa.password);
		await consoleControl(hers, 'signIn.go').click();
		await hers.getByRole('link', { name: 'Nhóm Mới' }).last().click();
		await hers.getByRole('link', { name: WOMAN }).first().click();
		await consoleControl(hers, 'people.aboutWoman').click();
		await expect(hers.getByText(consoleText('people.otherGroup'))).toBeVisible();
		await expect(hers.getByText('Nhóm Cũ')).toHaveCount(0);
		await isAccessible(hers);
		await phone.close();
	});

	await test.step('the other manager gets one province, and sees its group and no other', async () => {
		await page.goto(`${house.origin}/trainer/staff`);
		const card = page.getByRole('article').filter({ hasText: 'Cô Vân' });
		await card.getByText(consoleText('staff.change'), { exact: true }).click();
		await card.getByRole('combobox', { name: consoleText('staff.addPlace') }).fill('thái nguyên');
		await card.getByRole('option', { name: 'Tỉnh Thái Nguyên' }).first().click();
		await consoleControl(card, 'staff.save').click();
		await expect(consoleMessage(page, 'people.done.saved')).toBeVisible();
		await expect(card).toContainText('Tỉnh Thái Nguyên');
		await isAccessible(page);
		const laptop = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'vi-VN' });
		const vans = await laptop.newPage();
		await vans.goto(`${house.origin}/sign-in`);
		await vans.getByLabel(consoleText('signIn.email')).fill(van.email);
		await vans.getByLabel(consoleText('signIn.password')).fill(van.password);
		await consoleControl(vans, 'signIn.go').click();
		await expect(vans.getByRole('link', { name: 'Nhóm Mới' }).first()).toBeVisible();
		await expect(vans.getByText('Nhóm Cũ')).toHaveCount(0);
		await expect(vans.getByRole('link', { name: consoleText('systems.title') })).toHaveCount(0);
		await laptop.close();
	});
});
