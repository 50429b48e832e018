import { expect, type Page } from '@playwright/test';
import type { Lesson, Option, Question } from '../../src/lib/domain/lesson';
import { hears, hearsAfter } from './ears';
import { control, controlFrom, message } from './words';

type HowSheAnswers = {
	/** Numbers of questions that she gets wrong the first time. */
	wrong?: number[];
};

/** Chooses Vietnamese by ear on the first screen, and comes home. A tap that comes before the page is alive does
 * nothing; she taps again. */
export async function chooseVietnamese(page: Page, clip?: string): Promise<void> {
	const tick = control(page, 'first.choose');
	await expect(async () => {
		await control(page, 'language.vi').tap();
		await expect(tick).toBeVisible({ timeout: 1000 });
	}).toPass();
	if (clip) await hears(page, clip);
	await tick.tap();
	await expect(nextLesson(page)).toBeVisible();
}

/** Hears a whole lesson and answers its questions until all are right; begins on its open page, ends at its end. */
export async function learn(page: Page, lesson: Lesson, { wrong = [] }: HowSheAnswers = {}): Promise<void> {
	await hearCards(page, lesson);
	for (const question of lesson.questions) await answer(page, question, !wrong.includes(question.id));
	for (const id of wrong)
		await answer(
			page,
			lesson.questions.find((one) => one.id === id)!,
			true
		);
	await expect(message(page, 'end.done').or(message(page, 'end.courseDone'))).toBeVisible();
}

/** Hears every sentence to its end, and goes on from the last. */
export async function hearCards(page: Page, lesson: Lesson): Promise<void> {
	await hearFirst(page, lesson.cards[0]!.say.vi!.clip);
	await hearOtherCards(page, lesson);
}

/** As `hearCards`, for who opened the lesson by its address. */
export async function hearCardsByLink(page: Page, lesson: Lesson): Promise<void> {
	await hearFirstByLink(page, lesson.cards[0]!.say.vi!.clip);
	await hearOtherCards(page, lesson);
}

async function hearOtherCards(page: Page, { cards }: Lesson): Promise<void> {
	for (const { say } of cards.slice(1))
		await hearsAfter(page, say.vi!.clip, () => control(page, 'lesson.next').tap());
	await control(page, 'lesson.next').tap();
}

/** The first sentence comes by itself when she tapped her way here. What is asked before a course is skipped. */
export async function hearFirst(page: Page, clip: string): Promise<void> {
	await skipCheck(page);
	await hears(page, clip);
}

/** What is asked before a course is skipped, where it is asked; afterwards the lesson is open. */
async function skipCheck(page: Page): Promise<void> {
	const [begins, skip] = [control(page, 'lesson.next'), control(page, 'check.skip')];
	await expect(begins.or(skip)).toBeVisible();
	if (await skip.isVisible()) await skip.tap();
	await expect(begins).toBeVisible();
}

/** Who came by a link taps once to hear the first sentence; where the browser lets it, it has begun already. */
export async function hearFirstByLink(page: Page, clip: string): Promise<void> {
	await skipCheck(page);
	await expect(async () => {
		const play = control(page, 'lesson.play');
		if (await play.isVisible()) await play.tap();
		await hears(page, clip, 0, 2000);
	}).toPass();
}

/** Answers the question on the screen and goes on from the page that says how it was. */
export async function answer(page: Page, question: Question, right: boolean): Promise<void> {
	await give(page, question, right);
	await hearVerdict(page, question, right);
	await control(page, 'question.goOn').tap();
}

/** Gives an answer by its sound and its tick. */
export async function give(page: Page, question: Question, right: boolean): Promise<void> {
	await expect(page.getByRole('heading', { name: question.ask.vi!.text, exact: true })).toBeVisible();
	if (question.kind === 'order') return order(page, right ? question.steps : [...question.steps].reverse());
	const option = question.options.find((one) => one.correct === right)!;
	await hearOption(page, option);
	await control(page, 'question.choose', { text: option.text.vi!.text }).tap();
}

async function order(page: Page, steps: { text: Option['text'] }[]): Promise<void> {
	for (const [index, step] of steps.entries()) {
		const { text } = step.text.vi!;
		await control(page, 'question.hearOption', { text }).tap();
		await control(page, 'order.place', { n: index + 1, text }).tap();
	}
	await control(page, 'order.done').tap();
}

async function hearOption(page: Page, { text }: Option): Promise<void> {
	await control(page, 'question.hearOption', { text: text.vi!.text }).tap();
}

async function hearVerdict(page: Page, question: Question, right: boolean): Promise<void> {
	await expect(message(page, right ? 'question.right' : 'question.wrong')).toBeVisible();
	await expect(page.getByText(question.why.vi!.text, { exact: true })).toBeVisible();
}

/** The large thing on the home page, or at a lesson's end: the next lesson. */
export const nextLesson = (page: Page) =>
	controlFrom(page, 'home.start').or(controlFrom(page, 'home.next')).or(controlFrom(page, 'end.next'));
