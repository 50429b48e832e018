import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './journey';
import { Trainer } from './trainer';
import { consoleControl, consoleMessage, consoleText } from './words';

async function isAccessible(page: Page) {
	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
	expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
}

const LIST = `Họ và tên;Số điện thoại;Bản;Năm sinh;Nhóm
lo thi may;0912345678;;;Nhóm Nà Chang
Vàng Thị Pà;0912345679;Nà Má;1985;Nhóm Nà Má
Giàng Thị Súa;0912345670;Nà Má;1890;Nhóm Nà Má
`;

test('a list from a spreadsheet is looked at, put right, taken in and taken back', async ({
	house,
	browser
}) => {
	test.setTimeout(120_000);
	const { page, ...trainer } = await Trainer.signIn(browser, house);
	const laptop = new Trainer(page, trainer.origin);
	await laptop.makeGroup('Nà Chang');
	await laptop.addWomen(['Lò Thị Mẩy']);

	await test.step('the file is read, and nothing of the telephone is kept', async () => {
		await consoleControl(page, 'import.open').click();
		await isAccessible(page);
		const buffer = Buffer.from(LIST);
		await page
			.getByLabel(consoleText('import.file'))
			.setInputFiles({ name: 'a.csv', mimeType: 'text/csv', buffer });
		await consoleControl(page, 'import.look').click();
		await expect(page.getByText(/Số điện thoại$/)).toBeVisible();
		expect(await page.content()).not.toContain('0912345678');
		await isAccessible(page);
	});

	await test.step('what is doubtful is settled', async () => {
		await expect(page.getByText(/Dòng 4, cột Năm sinh/)).toBeVisible();
		await page.getByRole('checkbox').check();
		await consoleControl(page, 'import.keep').first().click();
		await page
			.getByRole('group', { name: /lo thi may/ })
			.getByRole('radio')
			.first()
			.check();
		await consoleControl(page, 'import.keep').last().click();
		await consoleControl(page, 'import.runYes', { n: 1 }).click();
		await expect(consoleMessage(page, 'import.done')).toBeVisible();
		await page.getByRole('link', { name: 'Nà Má' }).first().click();
		await expect(laptop.rowOf('Vàng Thị Pà')).toBeVisible();
	});

	await test.step('and taken back', async () => {
		await page.goBack();
		await page.getByText(consoleText('import.undo')).last().click();
		await isAccessible(page);
		await consoleControl(page, 'import.undoYes').click();
		await expect(consoleMessage(page, 'import.undoneText')).toBeVisible();
		await page.goto(`${house.origin}/trainer/groups`);
		await expect(page.getByRole('link', { name: 'Nà Chang' }).first()).toBeVisible();
		await expect(page.getByRole('link', { name: 'Nà Má' })).toHaveCount(0);
	});
});
