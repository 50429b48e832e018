import { clipOf, firstCourse } from './courses';
import { hearsAfter } from './ears';
import { expect, test } from './journey';
import { joinByLink } from './join';
import { answer, chooseVietnamese, give, hearCards, learn, nextLesson } from './learn';
import { Trainer } from './trainer';
import { control, controlFrom, message, textOf } from './words';

const WOMAN = 'Lò Thị Mẩy';

test('a woman opens a link, learns a course by ear with no signal, and her trainer sees it', async ({
	house,
	newPhone,
	browser
}) => {
	test.setTimeout(360_000);
	const { course, lessons } = await firstCourse(house);
	const [first, ...others] = lessons;
	const phone = newPhone();
	let page = await phone.open();

	await test.step('she chooses her language by ear', async () => {
		await chooseVietnamese(page, await clipOf(house, textOf('first.this')));
		await expect(controlFrom(page, 'home.start')).toBeVisible();
	});

	await test.step('she hears the first lesson; a wrong answer is explained kindly and asked again', async () => {
		await controlFrom(page, 'home.start').tap();
		await hearCards(page, first!);
		const [question, ...rest] = first!.questions;
		const why = question!.why.vi!.clip;
		await hearsAfter(page, why, () => give(page, question!, false));
		await expect(message(page, 'question.wrong')).toBeVisible();
		await control(page, 'question.goOn').tap();
		for (const one of rest) await answer(page, one, true);
		await answer(page, question!, true);
		await expect(message(page, 'end.done')).toBeVisible();
	});

	await test.step('she downloads the course', async () => {
		await phone.goto(`/courses/${course.slug}`);
		await controlFrom(page, 'course.download').tap();
		await expect(message(page, 'course.onPhone')).toBeVisible({ timeout: 60_000 });
	});

	const trainer = await Trainer.signIn(browser, house);
	const [card] = await test.step('a manager makes a group, adds women and prints their cards', () =>
		trainer.newGroup('Nà Chang', [WOMAN, 'Nông Thị Sen', 'Hoàng Thị Lý']));

	await test.step('she joins by the card’s link, and what she learned is hers', async () => {
		await joinByLink(page, card!, { whose: 'mine' });
		await expect(message(page, 'sync.delivered')).toBeVisible();
		await trainer.sees(WOMAN, 1, lessons.length);
	});

	await test.step('the server is gone, her browser was closed; the course goes on to its end', async () => {
		await house.stop();
		await phone.close();
		page = await phone.open();
		await nextLesson(page).tap();
		for (const lesson of others) {
			await learn(page, lesson);
			if (lesson !== others.at(-1)) await nextLesson(page).tap();
		}
		await expect(message(page, 'end.courseDone')).toBeVisible();
		await control(page, 'end.badge').tap();
		await expect(message(page, 'badge.earned')).toBeVisible();
	});

	await test.step('the server is back: within 10 s and without a tap, the trainer and she know', async () => {
		const home = await phone.tab();
		await expect(message(home, 'sync.waiting')).toBeVisible();
		await trainer.sees(WOMAN, 1, lessons.length);
		await house.start();
		const within = { timeout: 10_000 };
		await Promise.all([
			trainer.sees(WOMAN, lessons.length, lessons.length, within.timeout),
			expect(message(home, 'sync.delivered')).toBeVisible(within),
			expect(message(page, 'badge.issued')).toBeVisible(within)
		]);
	});
});
