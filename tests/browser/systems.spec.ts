import { readFileSync } from 'node:fs';
import { expect, test } from './journey';
import { Trainer } from './trainer';
import { consoleControl, consoleText } from './words';

test('a manager makes a key, reads with it, takes it back, and takes reports away', async ({
	house,
	browser
}) => {
	const { page } = await Trainer.signIn(browser, house);
	const read = async (token: string) => {
		const headers = { authorization: `Bearer ${token}` };
		return (await fetch(`${house.origin}/api/v1/groups`, { headers })).status;
	};
	let token = '';

	await test.step('a key without a name is refused beside its field, and what was chosen stays', async () => {
		await page.goto(`${house.origin}/trainer`);
		await page
			.getByRole('link', { name: consoleText('systems.title') })
			.first()
			.click();
		await page.getByLabel(consoleText('systems.scope.badges')).check();
		await consoleControl(page, 'systems.tokenMake').click();
		await expect(page.getByRole('alert')).toHaveText(consoleText('problem.token_name_missing'));
		await expect(page.getByLabel(consoleText('systems.scope.badges'))).toBeChecked();
	});

	await test.step('a key is shown once and opens what was chosen', async () => {
		await page.getByLabel(consoleText('systems.tokenName')).fill('Phòng thống kê');
		await consoleControl(page, 'systems.tokenMake').click();
		token = await page.getByLabel(consoleText('systems.tokenNew')).inputValue();
		expect(await read(token)).toBe(200);
		await page.reload();
		await expect(page.getByLabel(consoleText('systems.tokenNew'))).toHaveCount(0);
	});

	await test.step('taken back, it opens nothing', async () => {
		await page.getByText(consoleText('systems.tokenRevoke'), { exact: true }).click();
		await consoleControl(page, 'systems.tokenYes').click();
		await expect(page.getByRole('status')).toHaveText(consoleText('systems.tokenRevoked'));
		expect(await read(token)).toBe(401);
	});

	await test.step('the report comes as a file, and each figure leads to its rule', async () => {
		await page
			.getByRole('link', { name: consoleText('reports.title') })
			.first()
			.click();
		await expect(page.getByRole('heading', { name: consoleText('reports.title') })).toBeVisible();
		const download = page.waitForEvent('download');
		await consoleControl(page, 'systems.asCsv').click();
		expect(readFileSync(await (await download).path(), 'utf8')).toContain(consoleText('reports.enrolled'));
		await page.getByRole('link', { name: consoleText('reports.completed') }).click();
		await expect(page.getByText(consoleText('reports.rule.completed'))).toBeVisible();
	});

	for (const width of [360, 1280])
		await test.step(`nothing is wider than a screen of ${width}`, async () => {
			await page.setViewportSize({ width, height: 800 });
			for (const path of ['/trainer/systems', '/trainer/reports', '/trainer/reports/rules']) {
				await page.goto(house.origin + path);
				expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
			}
		});
});
