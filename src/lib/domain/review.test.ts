import { test } from '@fast-check/vitest';
import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { idOf } from '../../../tests/fixtures/events';
import { believedTimes } from './believed';
import { isLeftOut } from './review-pilot';
import { dueQuestions, LADDER_DAYS, MOST_AT_ONCE, type ReviewEvent } from './review';

const DAY = 24 * 3600_000;
const START = Date.UTC(2026, 8, 1);
const PHONE = idOf(1, 'd');

type Said =
	| { done: string; day: number }
	| { lesson?: string; question: number; right: boolean; day: number; try?: number };

/** Events of one phone, numbered in the order given. */
function events(said: readonly Said[], device = PHONE): ReviewEvent[] {
	return said.map((one, index) => {
		const envelope = {
			id: idOf(index + 1, device.slice(0, 2)),
			device,
			seq: index + 1,
			at: START + one.day * DAY
		};
		if ('done' in one) return { ...envelope, kind: 'lesson.completed', data: { lesson: one.done } };
		const data = { lesson: one.lesson ?? 'a', question: one.question, right: one.right };
		return one.try === undefined
			? { ...envelope, kind: 'review.answered', data }
			: { ...envelope, kind: 'question.answered', data: { ...data, try: one.try } };
	});
}
const due = (said: readonly Said[], day: number) =>
	dueQuestions(events(said), PHONE, START + day * DAY).map(({ question }) => question);
const first = (question: number, day = 0) => ({ question, right: true, try: 1, day });
const again = (question: number, day: number, right = true) => ({ question, right, day });
const done = { done: 'a', day: 0 };

describe('the ladder', () => {
	test('of right answers given when due is 1, 3, 7, 21, 60 and again 60 days', () => {
		const said: Said[] = [first(1), done];
		let day = 0;
		for (const rung of [...LADDER_DAYS, 60]) {
			expect(due(said, day + rung - 0.01)).toEqual([]);
			day += rung;
			expect(due(said, day)).toEqual([1]);
			said.push(again(1, day));
		}
	});

	test.each<{ says: string; said: Said[]; day: number; is: number[] }>([
		{ says: 'a lesson that is not finished asks nothing', said: [first(1)], day: 99, is: [] },
		{
			says: 'a wrong answer goes back to the first rung',
			said: [first(1), done, again(1, 1), again(1, 4, false)],
			day: 5,
			is: [1]
		},
		{
			says: 'a right answer before its day climbs nothing and puts nothing off',
			said: [first(1), done, again(1, 0.5)],
			day: 1,
			is: [1]
		},
		{
			says: 'what went wrong comes first, also when it was right at the second try',
			said: [first(1), { ...first(2), right: false }, { ...first(2, 0.2), try: 2 }, done],
			day: 30,
			is: [2, 1]
		},
		{
			says: 'never more than three',
			said: [1, 2, 3, 4, 5].map((n): Said => first(n)).concat(done),
			day: 30,
			is: [1, 2, 3]
		}
	])('$says', ({ said, day, is }) => expect(due(said, day)).toEqual(is));

	const answers = fc.array(
		fc.record({
			question: fc.integer({ min: 1, max: 4 }),
			right: fc.boolean(),
			wait: fc.double({ min: 0.01, max: 40, noNaN: true }),
			try: fc.constantFrom(1, 2, undefined)
		}),
		{ maxLength: 30 }
	);
	/** The rule as one would say it, a question at a time. */
	function naive(said: Exclude<Said, { done: string }>[], day: number) {
		const found: { question: number; missed: boolean; due: number }[] = [];
		for (const question of [1, 2, 3, 4]) {
			const own = said.filter((one) => one.question === question);
			if (own.length === 0) continue;
			let [missed, rung, dueDay] = [true, 0, 0];
			own.forEach((one, index) => {
				const wasMissed = index === 0 || missed;
				if (!one.right) missed = true;
				else if (index === 0 || (one.try ?? 1) === 1) missed = false;
				if (!one.right || wasMissed) [rung, dueDay] = [0, one.day + 1];
				else if (one.day >= dueDay) {
					rung = Math.min(4, rung + 1);
					dueDay = one.day + [1, 3, 7, 21, 60][rung]!;
				}
			});
			if (dueDay <= day) found.push({ question, missed, due: dueDay });
		}
		found.sort((a, b) => Number(b.missed) - Number(a.missed) || a.due - b.due || a.question - b.question);
		return found.slice(0, 3).map(({ question }) => question);
	}
	const withDays = (list: { question: number; right: boolean; wait: number; try: number | undefined }[]) => {
		let day = 0;
		// In 64ths of a day: whole milliseconds, exact in both counts.
		return list.map(({ wait, try: attempt, ...rest }) => {
			day += Math.ceil(wait * 64) / 64;
			return { ...rest, day, ...(attempt ? { try: attempt } : {}) };
		});
	};

	test.prop([answers, fc.integer({ min: 0, max: 90 })])(
		'is the naive one when the clock is right',
		(list, later) => {
			const said = withDays(list);
			const day = (said.at(-1)?.day ?? 0) + later;
			expect(due([done, ...said], day)).toEqual(naive(said, day));
		}
	);

	test.prop([answers, fc.integer({ min: 0, max: 90 }), fc.integer({ min: -300, max: 3000 })])(
		'is the same with a clock that is wrong by a constant',
		(list, later, shift) => {
			const said = withDays(list);
			const day = (said.at(-1)?.day ?? 0) + later;
			const moved = said.map((one) => ({ ...one, day: one.day + shift }));
			expect(due([{ ...done, day: shift }, ...moved], day + shift)).toEqual(due([done, ...said], day));
		}
	);

	test.prop([answers.filter((list) => list.length > 3), fc.nat(90), fc.nat(), fc.constantFrom(-500, 3000)])(
		'is the same for everything else when the clock was wrong by months for one thing',
		(list, later, where, jump) => {
			const said: Said[] = withDays(list);
			const day = said.at(-1)!.day + later;
			const wrong = { lesson: 'b', ...again(1, jump) };
			const at = 2 + (where % (said.length - 1));
			expect(due([done, ...said.slice(0, at), wrong, ...said.slice(at)], day)).toEqual(
				due([done, ...said], day)
			);
		}
	);

	test.prop([answers, fc.integer({ min: -9000, max: 9000 }), fc.nat(), fc.nat(100)])(
		'never asks too many, nor one twice, nor what was just answered rightly, whatever the clock says',
		(list, jump, seed, later) => {
			const said = withDays(list).map((one, index) =>
				(seed >> (index % 30)) & 1 ? { ...one, day: jump } : one
			);
			const asked = due([done, ...said], later);
			expect(asked.length).toBeLessThanOrEqual(MOST_AT_ONCE);
			expect(new Set(asked).size).toBe(asked.length);
			const answers = asked.map((question): Said => again(question, later));
			const next = due([done, ...said, ...answers], later);
			expect(next.filter((question) => asked.includes(question))).toEqual([]);
		}
	);

	test.prop([answers, fc.nat()])('is the same for any order in which the events are given', (list, seed) => {
		const all = events([done, ...withDays(list)]);
		const turned = [...all.slice(seed % all.length), ...all.slice(0, seed % all.length)].reverse();
		expect(dueQuestions(turned, PHONE, START + 99 * DAY)).toEqual(dueQuestions(all, PHONE, START + 99 * DAY));
	});
});

describe('times that are believed', () => {
	const d = (day: number) => START + day * DAY;
	test.each<{ says: string; shown: number[]; is: number[] }>([
		{ says: 'a clock that is right', shown: [d(0), d(1), d(9)], is: [d(0), d(1), d(9)] },
		{ says: 'days ahead for a while', shown: [d(0), d(50), d(1), d(2)], is: [d(0), d(0), d(1), d(2)] },
		{ says: 'days behind for a while', shown: [d(0), d(1), d(-9), d(2)], is: [d(0), d(1), d(1), d(2)] },
		{ says: 'never set, at first', shown: [0, d(1), d(2)], is: [d(1), d(1), d(2)] },
		{ says: 'never set', shown: [0, 5], is: [0, 0] }
	])('$says', ({ shown, is }) => expect(believedTimes(shown)).toEqual(is));

	test.prop([fc.array(fc.integer({ min: 0, max: 4_000_000_000_000 }), { maxLength: 60 })])(
		'never go back',
		(shown) => {
			const times = believedTimes(shown);
			expect(times).toEqual([...times].sort((a, b) => a - b));
			expect(times.every(Number.isFinite)).toBe(true);
		}
	);
});

describe('a pilot', () => {
	const leftOut = (question: number) => question % 2 === 1;
	const inPilot = (said: readonly Said[], day: number) =>
		dueQuestions(events(said), PHONE, START + day * DAY, ({ question }) => leftOut(question)).map(
			({ question }) => question
		);

	test('asks what it leaves out on day 30 and 60 after the lesson, and never in between', () => {
		const said: Said[] = [first(1), done];
		for (const day of [1, 4, 11, 29.9]) expect(inPilot(said, day)).toEqual([]);
		expect(inPilot(said, 30)).toEqual([1]);
		said.push(again(1, 33, false));
		for (const day of [34, 41, 59.9]) expect(inPilot(said, day)).toEqual([]);
		expect(inPilot(said, 60)).toEqual([1]);
		said.push(again(1, 61));
		expect(inPilot(said, 999)).toEqual([]);
	});

	test('asks the other half by the ladder, and on these days as well', () => {
		const said: Said[] = [first(2), done, again(2, 1), again(2, 4), again(2, 11)];
		expect(inPilot(said, 29.9)).toEqual([]);
		expect(inPilot(said, 30)).toEqual([2]);
		expect(inPilot([...said, again(2, 30)], 33)).toEqual([2]);
		expect(due(said, 30)).toEqual([]);
	});

	test.prop([fc.stringMatching(/^[a-z0-9]{15}$/), fc.stringMatching(/^[a-z][a-z-]{2,30}$/)])(
		'leaves out every second question of a lesson',
		(learner, lesson) => {
			const half = [1, 2, 3, 4].filter((question) => isLeftOut(learner, { lesson, question }));
			expect(half.length).toBe(2);
			expect(Math.abs((half[0] ?? 0) - (half[1] ?? 0))).toBe(2);
		}
	);

	test('leaves out the other half for another woman', () => {
		const of = (learner: string) => isLeftOut(learner, { lesson: 'goi-va-nghe', question: 1 });
		expect(of('aaaaaaaaaaaaaa1')).not.toBe(of('aaaaaaaaaaaaaa2'));
	});
});
