import { firstCourse } from './courses';
import { expect, test } from './journey';
import { chooseVietnamese, give, hearFirst, learn, nextLesson } from './learn';
import { keptEvents } from './on-phone';
import { control, controlFrom, message } from './words';

const DAY_MS = 24 * 3600_000;

test('after a week without a signal she hears three questions again, the wrong one first; one tap skips them', async ({
	house,
	newPhone
}, testInfo) => {
	test.setTimeout(180_000);
	const { course, lessons } = await firstCourse(house);
	const [first, second, third] = lessons;
	const phone = newPhone();
	const page = await phone.open();
	const startMs = Date.now();
	await chooseVietnamese(page);
	await phone.goto(`/courses/${course.slug}`);
	await controlFrom(page, 'course.download').tap();
	await expect(message(page, 'course.onPhone')).toBeVisible({ timeout: 60_000 });
	await phone.goto('/');

	await test.step('on the first day nothing comes before the second lesson', async () => {
		const missed = first!.questions.at(-1)!;
		await nextLesson(page).tap();
		await learn(page, first!, { wrong: [missed.id] });
		await phone.isSetUp();
		await house.stop();
		await phone.goto('/');
		await nextLesson(page).tap();
		await hearFirst(page, second!.cards[0]!.say.vi!.clip);
	});

	await test.step('a week later they come before a lesson that is new', async () => {
		await phone.context.clock.setFixedTime(startMs + 7 * DAY_MS);
		await phone.goto(`/courses/${course.slug}`);
		const row = page.locator(`a[href="/lessons/${third!.slug}"]`).first();
		await row.tap();
		await expect(message(page, 'review.title')).toBeVisible();
		await page.screenshot({ path: testInfo.outputPath('review.png') });
		const asked = [first!.questions.at(-1)!, ...first!.questions.slice(0, -1)].slice(0, 3);
		for (const question of asked) {
			await give(page, question, true);
			await expect(message(page, 'question.right')).toBeVisible();
			await control(page, 'question.goOn').tap();
		}
		await hearFirst(page, third!.cards[0]!.say.vi!.clip);
		const kept = (await keptEvents(page)).filter(({ kind }) => kind === 'review.answered');
		expect(kept).toHaveLength(asked.length);
	});

	await test.step('another week later one tap leads past them', async () => {
		await phone.context.clock.setFixedTime(startMs + 14 * DAY_MS);
		await phone.goto(`/courses/${course.slug}`);
		await page.locator(`a[href="/lessons/${lessons[3]!.slug}"]`).first().tap();
		await control(page, 'review.skip').tap();
		await hearFirst(page, lessons[3]!.cards[0]!.say.vi!.clip);
		expect((await keptEvents(page)).filter(({ kind }) => kind === 'review.answered')).toHaveLength(
			Math.min(3, first!.questions.length)
		);
	});
});
