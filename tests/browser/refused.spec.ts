import { AxeBuilder } from '@axe-core/playwright';
import { Receiver, type Got, type Reply } from '../api/receiver';
import { firstCourse } from './courses';
import { expect, test } from './journey';
import { learnElsewhere } from './learn-elsewhere';
import { Trainer } from './trainer';
import { consoleControl, consoleText } from './words';

type Statement = { id: string; object: { id: string } };
const WHY = 'this store has no lesson of that name';

/** An LRS as far as a sender sees it: it knows its key, takes a batch whole or not at all, and has no such lessons. */
class Lrs extends Receiver {
	readonly taken = new Map<string, Statement>();
	unknown: string[] = [];
	override reply = ({ headers, body }: Got): Reply => {
		const key = `Basic ${Buffer.from('khoa:bi-mat').toString('base64')}`;
		if (headers.authorization !== key) return { status: 401 };
		if (headers['x-experience-api-version'] !== '1.0.3') return { status: 400, body: 'version' };
		if (!body) return { status: 200, body: JSON.stringify({ statements: [], more: '' }) };
		const batch = JSON.parse(body) as Statement[];
		const culprit = batch.find(({ object }) => this.unknown.some((slug) => object.id.endsWith(`/${slug}`)));
		if (culprit) return { status: 400, body: WHY };
		for (const one of batch) this.taken.set(one.id, one);
		return { status: 200, body: JSON.stringify(batch.map(({ id }) => id)) };
	};
}

test('what another system will not take stands on the page: which, why, and what to do; the others go on', async ({
	house,
	browser
}) => {
	test.setTimeout(180_000);
	const { course, lessons } = await firstCourse(house);
	const [kept, given] = [lessons[0]!.slug, lessons[1]!.slug];
	const lrs = (await new Lrs().start()) as Lrs;
	lrs.unknown = [kept, given];
	// The store stands on this machine, and is plain http.
	await house.stop();
	await house.start({ env: { ALLOW_PRIVATE_TARGETS: '1' } });
	const trainer = await Trainer.signIn(browser, house);
	const { page } = trainer;
	const [card] = await trainer.newGroup('Nà Chang', ['Lò Thị Mẩy']);
	await learnElsewhere(house.origin, card!, course);
	const item = (slug: string) =>
		page.getByRole('listitem').filter({ hasText: `/lessons/${slug}`, has: page.locator('b') });

	await test.step('a wrong secret is told, the right one answers', async () => {
		await page.goto(`${house.origin}/trainer/systems`);
		const form = page.getByRole('form', { name: consoleText('systems.lrs') });
		const save = async (secret: string) => {
			await form.getByLabel(consoleText('systems.lrsUrl')).fill(lrs.url);
			await form.getByLabel(consoleText('systems.lrsUser')).fill('khoa');
			await form.getByLabel(consoleText('systems.lrsSecret')).fill(secret);
			await consoleControl(form, 'systems.save').click();
			await expect(page.getByRole('status').first()).toHaveText(consoleText('systems.saved'));
		};
		await save('sai');
		await consoleControl(page, 'systems.test').click();
		await expect(page.getByText(consoleText('systems.why.refused').replace('{status}', '401'))).toBeVisible();
		await save('bi-mat');
		await consoleControl(page, 'systems.test').click();
		await expect(page.getByText(consoleText('systems.answers'))).toBeVisible();
	});

	await test.step('two stand on the page with what they are and what was said; all others were taken', async () => {
		await expect(async () => {
			await page.reload();
			await expect(item(kept)).toBeVisible({ timeout: 2000 });
			await expect(item(given)).toBeVisible({ timeout: 2000 });
		}).toPass();
		for (const slug of [kept, given]) {
			await expect(item(slug)).toContainText(`đã học xong · /lessons/${slug}`);
			await expect(item(slug)).toContainText(WHY);
		}
		await expect(page.getByText(consoleText('systems.refusedSub'))).toBeVisible();
		const done = () => [...lrs.taken.values()].filter(({ object }) => /\/lessons\/[^/#]+$/.test(object.id));
		await expect.poll(() => done().length).toBe(lessons.length - 2);
		const { violations } = await new AxeBuilder({ page }).analyze();
		expect(violations).toEqual([]);
		for (const width of [360, 1280]) {
			await page.setViewportSize({ width, height: 800 });
			expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
		}
	});

	await test.step('sent again while nothing was mended there: it stays, and that is said', async () => {
		await consoleControl(item(kept), 'systems.sendAgain').click();
		await expect(page.getByText('Đã gửi lại: 0 được nhận, 1 vẫn bị trả lại.')).toBeVisible();
		await expect(item(kept)).toBeVisible();
	});

	await test.step('mended there, it is taken; the other is given up and never sent', async () => {
		lrs.unknown = [given];
		await consoleControl(item(kept), 'systems.sendAgain').click();
		await expect(page.getByText('Đã gửi lại: 1 được nhận, 0 vẫn bị trả lại.')).toBeVisible();
		await expect(item(kept)).toHaveCount(0);
		await item(given).getByText(consoleText('systems.drop'), { exact: true }).click();
		await expect(item(given)).toContainText(consoleText('systems.dropSure'));
		await consoleControl(item(given), 'systems.dropYes').click();
		await expect(page.getByText(consoleText('systems.refusedNone'))).toBeVisible();
		const about = [...lrs.taken.values()].map(({ object }) => object.id);
		expect(about.some((id) => id.endsWith(`/${kept}`))).toBe(true);
		expect(about.some((id) => id.endsWith(`/${given}`))).toBe(false);
	});
	lrs.stop();
});
