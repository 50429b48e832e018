import { test } from '@fast-check/vitest';
import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { numbered, stream } from '../../../tests/fixtures/events';
import type { Event } from './event';
import { applyEvent, lessonState, mayComplete, nextLesson, notStarted } from './progress';
import { catalogOf } from '../../../tests/fixtures/catalog';

const fold = (events: Event[]) => events.reduce(applyEvent, notStarted);
const lesson = 'nut-va-man-hinh';
const heard = (card: number) => ({ kind: 'card.heard', data: { lesson, card } }) as const;
const answered = (question: number, attempt: number, right: boolean) =>
	({ kind: 'question.answered', data: { lesson, question, try: attempt, right } }) as const;

describe('the fold', () => {
	test.prop([
		stream.chain((events) =>
			fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length }))
		)
	])('gives the same for any order of the events', ([events, shuffled]) => {
		expect(fold(shuffled)).toEqual(fold(events));
	});

	test('a first try that is wrong is not right first, also when a later one is right', () => {
		const progress = fold(numbered([answered(1, 1, false), answered(1, 2, true)]));
		expect(progress.lessons[lesson]?.questions[1]).toEqual({
			answers: 2,
			wrong: 1,
			right: true,
			rightFirst: false
		});
	});

	test('hearing a card twice counts it once', () => {
		expect(fold(numbered([heard(2), heard(1), heard(2)])).lessons[lesson]?.heard).toEqual([1, 2]);
	});

	test('the earliest completion counts, whichever comes first', () => {
		const [early, late] = numbered([
			{ kind: 'lesson.completed', data: { lesson } },
			{ kind: 'lesson.completed', data: { lesson } }
		]);
		expect(fold([late!, early!]).lessons[lesson]?.completedAtMs).toBe(early!.at);
	});

	test('a clip that would not play is no progress', () => {
		expect(
			fold(numbered([{ kind: 'clip.missing', data: { lesson, clip: `${'b'.repeat(64)}.ogg` } }]))
		).toEqual(notStarted);
	});

	test('folding changes nothing that was given', () => {
		const before = fold(numbered([heard(1)]));
		const copy = structuredClone(before);
		applyEvent(before, numbered([answered(1, 1, true)])[0]!);
		expect(before).toEqual(copy);
	});
});

describe('a lesson', () => {
	const parts = { cards: [1, 2], questions: [1] };
	test.each([
		{ what: 'nothing', events: [], may: false, state: 'none' },
		{ what: 'all cards but no answer', events: [heard(1), heard(2)], may: false, state: 'begun' },
		{
			what: 'a right answer but a card unheard',
			events: [heard(1), answered(1, 1, true)],
			may: false,
			state: 'begun'
		},
		{
			what: 'only wrong answers',
			events: [heard(1), heard(2), answered(1, 1, false)],
			may: false,
			state: 'begun'
		},
		{
			what: 'all heard and right',
			events: [heard(1), heard(2), answered(1, 3, true)],
			may: true,
			state: 'begun'
		}
	])('with $what: may complete is $may', ({ events, may, state }) => {
		const progress = fold(numbered(events)).lessons[lesson];
		expect(mayComplete(parts, progress)).toBe(may);
		expect(lessonState(progress)).toBe(state);
	});
});

describe('what is next', () => {
	const { courses } = catalogOf({ first: ['a', 'b'], second: ['c'] });
	const completed = (slug: string) => ({ kind: 'lesson.completed', data: { lesson: slug } }) as const;
	test.each([
		{ done: [], next: 'a' },
		{ done: ['a'], next: 'b' },
		{ done: ['b'], next: 'a' },
		{ done: ['a', 'b'], next: 'c' },
		{ done: ['a', 'b', 'c'], next: undefined }
	])('after $done it is $next', ({ done, next }) => {
		expect(nextLesson(courses, fold(numbered(done.map(completed))))?.lesson.slug).toBe(next);
	});
});
