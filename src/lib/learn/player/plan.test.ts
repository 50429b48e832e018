import { describe, expect, test } from 'vitest';
import type { LessonProgress } from '$lib/domain/progress';
import {
	answered,
	backward,
	bandOf,
	forward,
	heard,
	positionOf,
	startPlan,
	stepOf,
	toUnheard,
	type Plan
} from './plan';

const lesson = { cards: [{ id: 1 }, { id: 2 }], questions: [{ id: 1 }, { id: 2 }] };
const progressOf = (cards: number[], right: number[]): LessonProgress => ({
	firstAtMs: 1,
	lastAtMs: 2,
	heard: cards,
	questions: Object.fromEntries(
		right.map((id) => [id, { answers: 1, wrong: 0, right: true, rightFirst: true }])
	),
	completedAtMs: null
});
const shown = (plan: Plan) => {
	const step = stepOf(plan);
	if (!step) return 'end';
	return step.kind === 'card' ? `card ${step.id}` : `question ${step.id}, try ${step.attempt}`;
};

/** What she does, and what stands on the screen after it. */
const does = {
	hears: heard,
	'goes on': forward,
	'goes back': backward,
	'answers right': (plan: Plan) => forward(answered(plan, true)),
	'answers wrong': (plan: Plan) => forward(answered(plan, false))
};
type Deed = keyof typeof does;
const run = (deeds: Deed[], plan = startPlan(lesson)) =>
	deeds.reduce((state, deed) => does[deed](state), plan);
const toQuestions: Deed[] = ['hears', 'goes on', 'hears', 'goes on'];

describe('help that comes by itself', () => {
	const wrong = (plan: Plan) => forward(answered(plan, false, 1));
	const right = (plan: Plan) => forward(answered(plan, true, 1));
	/** Question 1 wrong, question 2 right. */
	const once = right(wrong(run(toQuestions)));

	test('does not come after the first wrong answer', () => {
		expect(shown(once)).toBe('question 1, try 2');
	});
	test('is the card that explains it after the second, and then the question', () => {
		const helped = wrong(once);
		expect(shown(helped)).toBe('card 1');
		expect(shown(forward(heard(helped)))).toBe('question 1, try 3');
		expect(shown(right(forward(heard(helped))))).toBe('end');
	});
	test('passed over without a sound does not hold up the end of a lesson that was heard', () => {
		const end = right(forward(wrong(once)));
		expect(toUnheard(end, undefined)).toBeNull();
		expect(bandOf(end)).toEqual(['done', 'done', 'done', 'done']);
	});
	test('comes again after the third', () => {
		const again = wrong(forward(wrong(once)));
		expect(shown(again)).toBe('card 1');
		expect(shown(forward(again))).toBe('question 1, try 4');
	});
	test('heard there counts for the card that was passed over before', () => {
		const skipped = run(['goes on', 'hears', 'goes on', 'answers wrong', 'answers right']);
		const helped = wrong(skipped);
		expect(toUnheard(right(forward(heard(helped))), undefined)).toBeNull();
	});
});

describe('one run through a lesson', () => {
	test.each<{ says: string; deeds: Deed[]; screen: string }>([
		{ says: 'begins with the first card', deeds: [], screen: 'card 1' },
		{ says: 'cannot go back before it', deeds: ['goes back'], screen: 'card 1' },
		{ says: 'asks after the last card', deeds: toQuestions, screen: 'question 1, try 1' },
		{ says: 'goes back from a question to its card', deeds: [...toQuestions, 'goes back'], screen: 'card 2' },
		{
			says: 'ends when everything was right',
			deeds: [...toQuestions, 'answers right', 'answers right'],
			screen: 'end'
		},
		{
			says: 'asks the other question before the wrong one again',
			deeds: [...toQuestions, 'answers wrong'],
			screen: 'question 2, try 1'
		},
		{
			says: 'asks a wrong question again at the end',
			deeds: [...toQuestions, 'answers wrong', 'answers right'],
			screen: 'question 1, try 2'
		},
		{
			says: 'asks it again and again until it is right',
			deeds: [...toQuestions, 'answers wrong', 'answers right', 'answers wrong', 'answers wrong'],
			screen: 'question 1, try 4'
		},
		{
			says: 'ends when the wrong one is right',
			deeds: [...toQuestions, 'answers wrong', 'answers right', 'answers right'],
			screen: 'end'
		},
		{
			says: 'asks both wrong ones again, in their order',
			deeds: [...toQuestions, 'answers wrong', 'answers wrong', 'answers right'],
			screen: 'question 2, try 2'
		}
	])('$says', ({ deeds, screen }) => expect(shown(run(deeds))).toBe(screen));

	test('a question answered wrong twice on one screen comes again only once', () => {
		const plan = answered(answered(run(toQuestions), false), false);
		expect(plan.steps).toHaveLength(5);
	});
});

describe('the place where she stopped', () => {
	test.each([
		{ says: 'is a card', position: 1, progress: progressOf([1], []), screen: 'card 2' },
		{ says: 'is a question', position: 3, progress: progressOf([1, 2], [1]), screen: 'question 2, try 1' },
		{
			says: 'is among the questions asked again',
			position: 4,
			progress: progressOf([1, 2], [2]),
			screen: 'question 1, try 2'
		},
		{
			says: 'is the beginning after the end',
			position: 4,
			progress: progressOf([1, 2], [1, 2]),
			screen: 'card 1'
		},
		{ says: 'is the beginning when it makes no sense', position: -3, progress: undefined, screen: 'card 1' }
	])('$says', ({ position, progress, screen }) => {
		const plan = startPlan(lesson, position, progress);
		expect(shown(plan)).toBe(screen);
	});

	test('is kept as the number of the step, as the length while questions come again, and as 0 at the end', () => {
		expect(positionOf(run(['goes on']))).toBe(1);
		expect(positionOf(run([...toQuestions, 'answers wrong', 'answers right']))).toBe(4);
		expect(positionOf(run([...toQuestions, 'answers right', 'answers right']))).toBe(0);
	});

	test('keeps a question in mind that was wrong before she closed the lesson', () => {
		const plan = startPlan(lesson, 3, progressOf([1, 2], []));
		expect(shown(run(['answers right'], plan))).toBe('question 1, try 2');
	});
});

describe('the band of a lesson', () => {
	test('fills what was heard and answered, not what was skipped', () => {
		expect(bandOf(run(['hears', 'goes on', 'goes on', 'answers right']))).toEqual([
			...['done', 'none', 'done', 'begun']
		]);
	});
	test('shows the question that is asked again', () => {
		expect(bandOf(run([...toQuestions, 'answers wrong', 'answers right']))).toEqual([
			...['done', 'done', 'begun', 'done']
		]);
	});
});

test('a skipped card is found again at the end, one heard on another day is not', () => {
	const end = run(['goes on', 'hears', 'goes on', 'answers right', 'answers right']);
	expect(shown(toUnheard(end, undefined) as Plan)).toBe('card 1');
	expect(toUnheard(end, progressOf([1, 2], []))).toBeNull();
});
