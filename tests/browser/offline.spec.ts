import { catalogOf, clipOf, firstCourse } from './courses';
import { hearsAfter } from './ears';
import { expect, test } from './journey';
import { chooseVietnamese, hearFirstByLink, nextLesson } from './learn';
import { control, controlFrom, message, textOf } from './words';

test('a browser restarted without a server: every page opens, kept lessons are heard, others are excused kindly', async ({
	house,
	newPhone
}) => {
	const { course, lessons } = await firstCourse(house);
	const other = (await catalogOf(house)).courses.at(-1)!.modules[0]!.lessons[0]!;
	const excuse = await clipOf(house, textOf('error.notOnPhone'));
	const phone = newPhone();
	let page = await phone.open();
	await chooseVietnamese(page);
	await phone.goto(`/courses/${course.slug}`);
	await controlFrom(page, 'course.download').tap();
	await expect(message(page, 'course.onPhone')).toBeVisible({ timeout: 60_000 });
	await phone.close();
	await house.stop();

	await test.step('home', async () => {
		page = await phone.open();
		await expect(nextLesson(page)).toBeVisible();
	});
	await test.step('the address of a lesson that was downloaded', async () => {
		const lesson = lessons[4]!;
		await phone.goto(`/lessons/${lesson.slug}`);
		await hearFirstByLink(page, lesson.cards[0]!.say.vi!.clip);
	});
	await test.step('a lesson that is not on the phone', async () => {
		await phone.goto(`/lessons/${other.slug}`);
		await expect(message(page, 'error.notOnPhone')).toBeVisible();
		await hearsAfter(page, excuse, () => control(page, 'guide.label').tap());
		await control(page, 'nav.home').tap();
		await expect(nextLesson(page)).toBeVisible();
	});
	await test.step('every page of hers', async () => {
		for (const [path, sign] of [
			[`/courses/${course.slug}`, message(page, 'course.onPhone')],
			['/me', control(page, 'me.switch')],
			['/people', control(page, 'people.add')],
			['/join', message(page, 'join.how')]
		] as const) {
			await phone.goto(path);
			await expect(sign).toBeVisible();
			await expect(control(page, 'error.retry')).toBeHidden();
		}
	});

	const elsewhere = phone.asked.filter((url) => url.startsWith('http') && !url.startsWith(house.origin));
	expect(elsewhere, 'requests to anybody else').toEqual([]);
	expect(phone.asked.some((url) => url.startsWith(house.origin))).toBe(true);
});

test('a link to a lesson: it can be heard before any script has run', async ({ house, browser }) => {
	const { lessons } = await firstCourse(house);
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	await page.goto(`${house.origin}/lessons/${lessons[0]!.slug}`);
	await expect(page.getByText(lessons[0]!.cards[0]!.say.vi!.text)).toBeVisible();
	const audio = page.locator('audio[controls]');
	await expect(audio).toHaveAttribute('src', `/media/${lessons[0]!.cards[0]!.say.vi!.clip}`);
	await audio.evaluate((element: HTMLAudioElement) => element.play());
	await expect
		.poll(() => audio.evaluate(({ currentTime }: HTMLAudioElement) => currentTime))
		.toBeGreaterThan(1);
});

test('after a first visit alone, with nothing downloaded, the phone still says where she is and what does not work', async ({
	house,
	newPhone
}) => {
	const { lessons } = await firstCourse(house);
	const phone = newPhone();
	const page = await phone.open();
	await chooseVietnamese(page);
	await phone.isSetUp();
	const said = ['error.notOnPhone', 'nav.home', 'error.retry', 'home.hello'] as const;
	const clips = await Promise.all(said.map((key) => clipOf(house, textOf(key))));
	await expect
		.poll(() =>
			page.evaluate(
				(names) => Promise.all(names.map(async (name) => Boolean(await caches.match(`/media/${name}`)))),
				clips
			)
		)
		.toEqual(clips.map(() => true));
	await house.stop();
	await phone.goto(`/lessons/${lessons[7]!.slug}`);
	await expect(message(page, 'error.notOnPhone')).toBeVisible();
	await hearsAfter(page, clips[0]!, () => control(page, 'guide.label').tap());
	await control(page, 'nav.home').tap();
	await expect(nextLesson(page)).toBeVisible();
	await hearsAfter(page, clips[3]!, () => control(page, 'guide.label').tap());
});
