import { explainingCard } from '../../src/lib/domain/explaining-card';
import { firstCourse } from './courses';
import { hearsAfter, now } from './ears';
import { expect, test } from './journey';
import { answer, chooseVietnamese, give, hearCards, nextLesson } from './learn';
import { control, message } from './words';

test('after the second wrong answer she hears the card that explains it again, and one wrong option steps back', async ({
	house,
	newPhone
}, testInfo) => {
	test.setTimeout(120_000);
	const { lessons } = await firstCourse(house);
	const lesson = lessons.find(({ questions }) =>
		questions.some((one) => one.kind === 'choice' && one.options.length === 3)
	)!;
	const hard = lesson.questions.find((one) => one.kind === 'choice' && one.options.length === 3)!;
	const explains = lesson.cards.find(({ id }) => id === explainingCard(lesson, hard))!;
	const options = (page: Parameters<typeof control>[0]) => control(page, 'question.hearOption');

	const page = await newPhone().open();
	await chooseVietnamese(page);
	if (lesson === lessons[0]) await nextLesson(page).tap();
	else {
		await page.goto(`/lessons/${lesson.slug}`);
		await control(page, 'lesson.play').tap();
	}
	await test.step('slower is not deeper', async () => {
		await control(page, 'lesson.slow').tap();
		const audio = page.locator('audio').first();
		await expect(audio).toHaveJSProperty('preservesPitch', true);
		await control(page, 'lesson.normal').tap();
	});
	await hearCards(page, lesson);
	for (const question of lesson.questions) await answer(page, question, question !== hard);
	await expect(options(page)).toHaveCount(3);
	await give(page, hard, false);
	await expect(message(page, 'question.wrong')).toBeVisible();

	await hearsAfter(page, explains.say.vi!.clip, () => control(page, 'question.goOn').tap());
	await page.screenshot({ path: testInfo.outputPath('card-again.png') });
	await control(page, 'lesson.next').tap();
	await expect(options(page)).toHaveCount(2);
	await page.screenshot({ path: testInfo.outputPath('one-less.png') });
	await answer(page, hard, true);
	await expect(message(page, 'end.done')).toBeVisible();
	expect(await now(page)).toBeGreaterThan(0);
});
