import { readFileSync } from 'node:fs';
import { hears, giveEars, now } from './ears';
import { expect, test } from './journey';
import { chooseVietnamese } from './learn';
import { Trainer } from './trainer';
import { consoleControl, consoleText, control } from './words';

const PACK = 'tests/fixtures/second-pack.json';
const [course] = (
	JSON.parse(readFileSync(PACK, 'utf8')) as {
		courses: { slug: string; modules: { lessons: { slug: string; title_vi: string }[] }[] }[];
	}
).courses;
const lesson = course!.modules[0]!.lessons[0]!;

test('a second pack is handed in, heard in the preview, published, and heard on a phone that was there before', async ({
	browser,
	house,
	line,
	newPhone
}) => {
	test.setTimeout(240_000);
	const phone = newPhone(line);
	const page = await phone.open();
	await chooseVietnamese(page);
	await phone.isSetUp();

	const { page: laptop, origin } = await Trainer.signIn(browser, house);
	await giveEars(laptop.context());
	await laptop.goto(`${origin}/trainer/content`);
	await laptop.getByLabel(consoleText('content.file')).setInputFiles(PACK);
	await consoleControl(laptop, 'content.check').click();
	await expect(laptop.getByText(consoleText('content.muteText'))).toBeVisible();
	await consoleControl(laptop, 'content.narrate').click();
	const tryIt = laptop.getByRole('link', { name: `${consoleText('content.preview')}: ${lesson.title_vi}` });
	await expect(tryIt).toBeVisible({ timeout: 120_000 });
	await expect(laptop.getByRole('progressbar')).toHaveCount(0, { timeout: 120_000 });

	await tryIt.click();
	const player = laptop.locator('.phone');
	const clip = await player.locator('audio').getAttribute('src');
	await expect(control(laptop, 'lesson.next')).toBeVisible();
	const since = await now(laptop);
	if ((await control(laptop, 'lesson.play').count()) > 0) await control(laptop, 'lesson.play').click();
	await hears(laptop, clip!.split('/').at(-1)!, Math.max(0, since - 1));
	const notYet = await fetch(`${house.origin}/api/lessons/current/${lesson.slug}.json`);
	expect(notYet.status, 'a preview publishes nothing').toBe(404);

	await laptop.goBack();
	await consoleControl(laptop, 'content.publish').click();
	await expect(laptop.getByRole('status').first()).toBeVisible();

	await phone.goto(`/lessons/${lesson.slug}`);
	const before = await now(page);
	await expect(control(page, 'lesson.next')).toBeVisible();
	if ((await control(page, 'lesson.play').count()) > 0) await control(page, 'lesson.play').tap();
	const said = await page.locator('main audio').first().getAttribute('src');
	expect(said, 'the clip that the manager heard').toBe(clip);
	await hears(page, said!.split('/').at(-1)!, Math.max(0, before - 1));
});
