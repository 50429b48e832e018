import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { readXlsx } from 'hucre/xlsx';
import { expect, test } from './journey';
import { Trainer } from './trainer';
import { consoleControl, consoleMessage, consoleText } from './words';

async function isAccessible(page: Page) {
	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

const women = (n: number, people: string, household: string) =>
	Array.from(
		{ length: n },
		(_, i) => `${people} ${household} ${i + 1};Nà Chang;Nhóm Nà Chang;${people};${household}`
	);
/** Three of them are Dao: nothing that leaves the house may tell of so few. */
const LIST = [
	'Họ và tên;Bản;Nhóm;Dân tộc;Hộ gia đình',
	...women(12, 'Mông', 'hộ nghèo'),
	...women(9, 'Tày', 'hộ cận nghèo'),
	...women(3, 'Dao', 'hộ nghèo')
].join('\n');

test('a manager asks by people and period, opens a rule, takes the report away and prints it', async ({
	house,
	browser
}) => {
	test.setTimeout(120_000);
	const { page } = await Trainer.signIn(browser, house);
	const table = page.getByRole('region', { name: consoleText('reports.section.reach') });
	const enrolled = (people: string) =>
		table
			.getByRole('row')
			.filter({ has: page.getByRole('rowheader', { name: people }) })
			.getByRole('cell')
			.first();

	await test.step('a village of three peoples comes with a list', async () => {
		await page.goto(`${house.origin}/trainer/import`);
		const file = { name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from(LIST) };
		await page.getByLabel(consoleText('import.file')).setInputFiles(file);
		await consoleControl(page, 'import.look').click();
		await consoleControl(page, 'import.runYes', { n: 24 }).click();
		await expect(consoleMessage(page, 'import.done')).toBeVisible();
	});

	await test.step('by people in this quarter: she sees all, and what does not leave is marked', async () => {
		await page.goto(`${house.origin}/trainer/reports`);
		await page.getByLabel(consoleText('reports.by'), { exact: true }).selectOption('ethnicity');
		const quarter = page
			.getByLabel(consoleText('reports.whichPeriod'), { exact: true })
			.locator('optgroup')
			.nth(1)
			.locator('option');
		await page
			.getByLabel(consoleText('reports.whichPeriod'), { exact: true })
			.selectOption((await quarter.first().getAttribute('value')) ?? '');
		await consoleControl(page, 'reports.show').click();
		await expect(page).toHaveURL(/period=20\d\d-Q\d.*by=ethnicity/);
		await expect(enrolled('Mông')).toContainText('12');
		await expect(enrolled('Dao')).toContainText(consoleText('reports.notOutside'));
		await expect(enrolled('Dao').locator('.value')).toHaveText('3');
		await isAccessible(page);
	});

	await test.step('the file says as much as may leave', async () => {
		const download = page.waitForEvent('download');
		await consoleControl(page, 'reports.xlsx').click();
		const { sheets } = await readXlsx(new Uint8Array(readFileSync(await (await download).path())));
		const rows = sheets[0]?.rows ?? [];
		const of = (people: string) => rows.find((row) => row[2] === people)?.[3];
		expect([of('Mông'), of('Tày'), of('Dao'), of(consoleText('reports.total'))]).toEqual([12, '*', '*', 24]);
		expect(sheets[1]?.rows.some((row) => row[1] === consoleText('reports.rule.enrolled'))).toBe(true);
	});

	await test.step('on paper it says the same', async () => {
		await page.emulateMedia({ media: 'print' });
		await expect(enrolled('Dao').locator('.value')).toBeHidden();
		await expect(enrolled('Dao').getByText('*', { exact: true })).toBeVisible();
		await expect(enrolled('Mông').locator('.value')).toBeVisible();
		await expect(consoleControl(page, 'reports.show')).toBeHidden();
		await expect(page.getByRole('navigation')).toHaveCount(0);
		const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
		expect(pdf.match(/\/MediaBox \[0 0 59[45][\d.]* 84[12][\d.]*\]/g)?.length).toBeGreaterThan(0);
		expect(pdf.match(/\/Type \/Page\b/g)?.length).toBeLessThanOrEqual(4);
		await page.emulateMedia({ media: 'screen' });
	});

	await test.step('kept to one people, each figure leads to its rule', async () => {
		await page.getByText(consoleText('reports.only')).click();
		await page
			.getByLabel(consoleText('reports.by.ethnicity'), { exact: true })
			.selectOption({ label: 'Mông' });
		await page.getByLabel(consoleText('reports.by'), { exact: true }).selectOption('household');
		await consoleControl(page, 'reports.show').click();
		await expect(enrolled(consoleText('facts.household.poor'))).toContainText('12');
		await expect(enrolled(consoleText('reports.total'))).toContainText('12');
		await table.getByRole('link', { name: consoleText('reports.completed') }).click();
		await expect(page.getByText(consoleText('reports.rule.completed'))).toBeVisible();
		await expect(page).toHaveURL(/rules#completed$/);
		await isAccessible(page);
		await page.goBack();
	});

	await test.step('days that are the wrong way round are said, and stay to be put right', async () => {
		await page.getByLabel(consoleText('reports.whichPeriod'), { exact: true }).selectOption('days');
		await page.getByLabel(consoleText('systems.from')).fill('2026-03-02');
		await page.getByLabel(consoleText('systems.to')).fill('2026-03-01');
		await consoleControl(page, 'reports.show').click();
		await expect(page.getByRole('alert')).toHaveText(consoleText('problem.period_faulty'));
		await expect(page.getByLabel(consoleText('systems.from'))).toHaveValue('2026-03-02');
	});

	for (const width of [360, 1280])
		await test.step(`nothing is wider than a screen of ${width}`, async () => {
			await page.setViewportSize({ width, height: 800 });
			for (const path of ['', '?by=ethnicity', '/rules']) {
				await page.goto(`${house.origin}/trainer/reports${path}`);
				expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
			}
		});
});
