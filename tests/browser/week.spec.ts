import { storedEvents } from './at-house';
import { firstCourse } from './courses';
import { expect, test } from './journey';
import { joinByDigits, joinByLink } from './join';
import { answer, chooseVietnamese, give, hearCards, hearFirstByLink, learn, nextLesson } from './learn';
import { keptEvents } from './on-phone';
import { Trainer } from './trainer';
import { control, controlFrom, message } from './words';

const WOMAN = 'Lò Thị Mẩy';
const DAY_MS = 24 * 3600_000;
const sorted = (ids: string[]) => [...ids].sort();

test('a week without a signal, in two tabs, one closed right after an answer: all of it comes, once; a wiped phone gets it back', async ({
	house,
	newPhone,
	browser
}) => {
	test.setTimeout(300_000);
	const { course, lessons } = await firstCourse(house);
	const [first, second, third, fourth] = lessons;
	const trainer = await Trainer.signIn(browser, house);
	const [card] = await trainer.newGroup('Nà Chang', [WOMAN]);
	const phone = newPhone();
	let page = await phone.open();

	await test.step('she joins, and takes the course home', async () => {
		await chooseVietnamese(page);
		await joinByLink(page, card!);
		await phone.goto(`/courses/${course.slug}`);
		await controlFrom(page, 'course.download').tap();
		await expect(message(page, 'course.onPhone')).toBeVisible({ timeout: 60_000 });
		await house.stop();
	});
	const startMs = Date.now();
	const isDay = (day: number) => phone.context.clock.setFixedTime(startMs + day * DAY_MS);

	await test.step('first day: one lesson', async () => {
		await isDay(0);
		await phone.goto('/');
		await nextLesson(page).tap();
		await learn(page, first!);
	});
	await test.step('third day: two tabs at once, a lesson in each', async () => {
		await isDay(2);
		const tab = await phone.tab(`/lessons/${third!.slug}`);
		await control(tab, 'review.skip').tap();
		await hearFirstByLink(tab, third!.cards[0]!.say.vi!.clip);
		await nextLesson(page).tap();
		await control(page, 'review.skip').tap();
		await Promise.all([learn(page, second!), learn(tab, third!)]);
		await tab.close();
	});
	await test.step('sixth day: the tab is closed in the moment after an answer', async () => {
		await isDay(5);
		const tab = await phone.tab(`/lessons/${fourth!.slug}`);
		await control(tab, 'review.skip').tap();
		await hearFirstByLink(tab, fourth!.cards[0]!.say.vi!.clip);
		await hearCards(tab, fourth!);
		await give(tab, fourth!.questions[0]!, true);
		await expect(message(tab, 'question.right')).toBeVisible();
		await tab.close();
		await phone.close();
		page = await phone.open(`/lessons/${fourth!.slug}`);
		for (const question of fourth!.questions.slice(1)) await answer(page, question, true);
		await expect(message(page, 'end.done')).toBeVisible();
	});

	const kept = await keptEvents(page);
	await test.step('nothing is doubled and nothing lacks on the phone', () => {
		expect(sorted(kept.map(({ seq }) => String(seq).padStart(5, '0')))).toEqual(
			Array.from({ length: kept.length }, (_, index) => String(index + 1).padStart(5, '0'))
		);
		expect(kept.filter(({ kind }) => kind === 'lesson.completed')).toHaveLength(4);
		const questions = [first, second, third, fourth].flatMap((lesson) => lesson!.questions);
		expect(kept.filter(({ kind }) => kind === 'question.answered')).toHaveLength(questions.length);
	});

	await test.step('with a signal again the house has each of them once', async () => {
		await house.start();
		await trainer.sees(WOMAN, 4, lessons.length);
		await phone.goto('/');
		await expect(message(page, 'sync.delivered')).toBeVisible();
		const stored = await storedEvents(house);
		expect(sorted(stored.map(({ id }) => id))).toEqual(sorted((await keptEvents(page)).map(({ id }) => id)));
		expect(new Set(stored.map(({ device, seq }) => `${device} ${seq}`)).size).toBe(stored.length);
	});

	await test.step('a phone that knows nothing any more gets everything back with the card', async () => {
		const wiped = newPhone();
		const again = await wiped.open('/join');
		await joinByDigits(again, card!);
		await chooseVietnamese(again);
		await expect(nextLesson(again)).toHaveAccessibleName(new RegExp(lessons[4]!.title.vi!.text));
		const back = (await keptEvents(again)).map(({ id }) => id);
		expect(sorted(back.filter((id) => kept.some((event) => event.id === id)))).toEqual(
			sorted(kept.map(({ id }) => id))
		);
	});
});

test('a revoked phone keeps what she does, says whom to ask, and delivers it when the card is scanned again', async ({
	house,
	newPhone,
	browser
}) => {
	test.setTimeout(180_000);
	const { lessons } = await firstCourse(house);
	const [first, second] = lessons;
	const trainer = await Trainer.signIn(browser, house);
	const [card] = await trainer.newGroup('Nà Chang', [WOMAN]);
	const phone = newPhone();
	const page = await phone.open();
	await chooseVietnamese(page);
	await joinByLink(page, card!);
	await nextLesson(page).tap();
	await learn(page, first!);
	await trainer.sees(WOMAN, 1, lessons.length);
	await trainer.revokePhone(WOMAN);

	await nextLesson(page).tap();
	await learn(page, second!);
	await control(page, 'nav.home').tap();
	await expect(message(page, 'sync.revoked')).toBeVisible();
	await expect(nextLesson(page)).toHaveAccessibleName(new RegExp(lessons[2]!.title.vi!.text));
	await phone.goto('/me');
	await expect(message(page, 'me.revoked')).toBeVisible();
	const kept = await keptEvents(page);
	const stored = await storedEvents(house);
	expect(kept.filter(({ kind }) => kind === 'lesson.completed')).toHaveLength(2);
	expect(stored.length).toBeLessThan(kept.length);
	await trainer.sees(WOMAN, 1, lessons.length);

	await control(page, 'me.join').tap();
	await joinByDigits(page, card!);
	await expect(message(page, 'sync.delivered')).toBeVisible();
	await trainer.sees(WOMAN, 2, lessons.length);
	expect(sorted((await storedEvents(house)).map(({ id }) => id))).toEqual(sorted(kept.map(({ id }) => id)));
});
