import { firstCourse } from './courses';
import { hears } from './ears';
import { expect, test } from './journey';
import { joinByLink } from './join';
import { chooseVietnamese, give, hearFirst, nextLesson } from './learn';
import { learnElsewhere } from './learn-elsewhere';
import { keptEvents } from './on-phone';
import type { Lesson } from '../../src/lib/domain/lesson';
import { Trainer } from './trainer';
import { consoleText, control, controlFrom, message } from './words';

test('before a course and after it she is asked by ear, without a server; her trainer sees what the course taught', async ({
	browser,
	house,
	newPhone
}, testInfo) => {
	test.setTimeout(240_000);
	const { course, lessons } = await firstCourse(house);
	const check = (await (
		await fetch(`${house.origin}/api/lessons/${course.check!.hash}.json`)
	).json()) as Lesson;
	const trainer = await Trainer.signIn(browser, house);
	const [card] = await trainer.newGroup('Bản Hỏi', ['Mai']);
	const phone = newPhone();
	const page = await phone.open();
	await chooseVietnamese(page);
	await joinByLink(page, card!);
	await phone.goto(`/courses/${course.slug}`);
	await controlFrom(page, 'course.download').tap();
	await expect(message(page, 'course.onPhone')).toBeVisible({ timeout: 60_000 });
	await phone.isSetUp();
	const counted: number[] = [];

	/** Answers what is asked, one after the other; nobody says whether it was right. */
	async function answerAll(right: (n: number) => boolean): Promise<void> {
		for (let n = 0; n < 4; n++) {
			const heading = page.getByRole('heading', { level: 1 });
			const text = await heading.innerText();
			const question = check.questions.find(({ ask }) => ask.vi!.text === text)!;
			expect(question.id === 1).toBe(n === 0);
			if (n > 0) counted.push(question.id);
			await give(page, question, right(n));
			await expect(message(page, 'question.right').or(message(page, 'question.wrong'))).toHaveCount(0);
			if (n < 3) await expect(heading).not.toHaveText(text);
		}
	}

	await test.step('before the first lesson, with the server stopped', async () => {
		await house.stop();
		await phone.goto('/');
		await nextLesson(page).tap();
		await expect(message(page, 'check.before')).toBeVisible();
		await page.screenshot({ path: testInfo.outputPath('before.png') });
		await answerAll((n) => n === 1);
		await expect(control(page, 'lesson.next')).toBeVisible();
		await hearFirst(page, lessons[0]!.cards[0]!.say.vi!.clip);
		const kept = (await keptEvents(page)).map(({ kind }) => kind).filter((kind) => kind.startsWith('check.'));
		expect(kept.sort()).toEqual([...Array.from({ length: 4 }, () => 'check.answered'), 'check.ended']);
	});

	await test.step('it does not come again', async () => {
		await phone.goto('/');
		await controlFrom(page, 'home.next').tap();
		await expect(control(page, 'lesson.next')).toBeVisible();
	});

	await test.step('after the last lesson, and with the other questions', async () => {
		await house.start();
		await learnElsewhere(house.origin, card!, course);
		await phone.goto(`/courses/${course.slug}`);
		const ask = control(page, 'check.ask');
		await expect(async () => {
			await phone.goto(`/courses/${course.slug}`);
			await expect(ask).toBeVisible({ timeout: 3000 });
		}).toPass();
		await house.stop();
		await ask.tap();
		await expect(message(page, 'check.after')).toBeVisible();
		await hears(page, check.questions[0]!.ask.vi!.clip);
		await answerAll(() => true);
		await expect(page).toHaveURL(new RegExp(`/courses/${course.slug}$`));
		expect(counted.toSorted()).toEqual([2, 3, 4, 5, 6, 7]);
		await expect(ask).toHaveCount(0);
	});

	await test.step('her trainer sees both', async () => {
		await house.start();
		await phone.goto('/');
		await trainer.page.goto(`${house.origin}/trainer/known`);
		const row = trainer.page.getByRole('row').filter({ hasText: course.title.vi!.text });
		await expect(async () => {
			await trainer.page.reload();
			await expect(row).toContainText('1 / 3', { timeout: 2000 });
			await expect(row).toContainText('3 / 3', { timeout: 2000 });
		}).toPass();
		await expect(trainer.page.getByText(consoleText('known.gainsSub'))).toBeVisible();
		await trainer.page.screenshot({ path: testInfo.outputPath('known.png'), fullPage: true });
	});
});
