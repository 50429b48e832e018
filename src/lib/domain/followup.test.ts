import { test } from '@fast-check/vitest';
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect } from 'vitest';
import { idOf, numbered } from '../../../tests/fixtures/events';
import { Event } from './event';
import type { Progress } from './progress';
import {
	coursesBehind,
	FOLLOWUP_ANSWERS,
	FOLLOWUP_DAYS,
	FOLLOWUP_QUESTIONS,
	followUpDue,
	type FollowUpAnswer,
	type FollowUpDays,
	type FollowUpEvent,
	type FollowUpQuestion
} from './followup';

const DAY = 24 * 3600_000;
const START = Date.UTC(2026, 8, 1);
const PHONE = idOf(1, 'd');
const [FIRST, SECOND] = FOLLOWUP_QUESTIONS as [FollowUpQuestion, FollowUpQuestion];

type What =
	| { done: string }
	| { lesson: string }
	| { ended: string; days: FollowUpDays }
	| { said: string; days: FollowUpDays; question: FollowUpQuestion; answer?: FollowUpAnswer };
type Happened = What & { day: number };

/** Events of one phone, numbered in the order given. */
const events = (happened: readonly Happened[], device = PHONE): FollowUpEvent[] =>
	happened.map((one, index) => {
		const envelope = {
			id: idOf(index + 1, device.slice(0, 2)),
			device,
			seq: index + 1,
			at: Math.max(0, START + one.day * DAY)
		};
		if ('done' in one) return { ...envelope, kind: 'course.completed', data: { course: one.done } };
		if ('lesson' in one) return { ...envelope, kind: 'lesson.completed', data: { lesson: one.lesson } };
		if ('ended' in one)
			return { ...envelope, kind: 'followup.ended', data: { course: one.ended, days: one.days } };
		const { said: course, days, question, answer = 'unsure' } = one;
		return { ...envelope, kind: 'followup.answered', data: { course, days, question, answer } };
	});
const due = (happened: readonly Happened[], day: number) =>
	followUpDue(events(happened), PHONE, START + day * DAY);
const asked = (happened: readonly Happened[], day: number) => {
	const round = due(happened, day);
	return round && `${round.course} ${round.days}`;
};
const done = (course: string, day: number): Happened => ({ done: course, day });
const said = (
	course: string,
	days: FollowUpDays,
	day: number,
	question = FIRST,
	answer?: FollowUpAnswer
): Happened => ({ said: course, days, day, question, ...(answer ? { answer } : {}) });
const all = (course: string, days: FollowUpDays, day: number): Happened[] =>
	FOLLOWUP_QUESTIONS.map((question) => said(course, days, day, question));

describe('what is asked after a course', () => {
	test('comes 30 and 90 days after it, and stands open for 30', () => {
		for (const [day, is] of [
			[29.9, null],
			[30, 'a 30'],
			[59.9, 'a 30'],
			[60, null],
			[89.9, null],
			[90, 'a 90'],
			[119.9, 'a 90'],
			[120, null]
		] as const)
			expect(asked([done('a', 0)], day), `day ${day}`).toBe(is);
	});

	test.each<{ says: string; happened: Happened[]; day: number; is: string | null }>([
		{ says: 'no course, nothing', happened: [{ lesson: 'x', day: 0 }], day: 30, is: null },
		{
			says: 'answered to the end, not again',
			happened: [done('a', 0), ...all('a', 30, 31)],
			day: 32,
			is: null
		},
		{
			says: 'skipped, not again',
			happened: [done('a', 0), { ended: 'a', days: 30, day: 31 }],
			day: 32,
			is: null
		},
		{ says: 'but the other time', happened: [done('a', 0), ...all('a', 30, 31)], day: 90, is: 'a 90' },
		{ says: 'half answered, it goes on', happened: [done('a', 0), said('a', 30, 31)], day: 40, is: 'a 30' },
		{ says: 'until it closes', happened: [done('a', 0), said('a', 30, 31)], day: 60, is: null },
		{
			says: 'an answer that comes after the end opens nothing',
			happened: [done('a', 0), { ended: 'a', days: 30, day: 31 }, said('a', 30, 32)],
			day: 33,
			is: null
		},
		{
			says: 'a course completed again is as once',
			happened: [done('a', 0), done('a', 20)],
			day: 30,
			is: 'a 30'
		},
		{ says: 'of two the one that closes first', happened: [done('b', 0), done('a', 5)], day: 40, is: 'b 30' },
		{
			says: 'the other one 30 days after it',
			happened: [done('b', 0), done('a', 5), ...all('b', 30, 31)],
			day: 61,
			is: 'a 30'
		},
		{
			says: 'and not sooner',
			happened: [done('b', 0), done('a', 5), ...all('b', 30, 31)],
			day: 60.9,
			is: null
		},
		{
			says: 'of two that ended on one day one is asked',
			happened: [done('b', 0), done('a', 0), ...all('a', 30, 31)],
			day: 59,
			is: null
		},
		{
			says: 'the later one of a month that is over',
			happened: [done('b', 0), done('a', 59)],
			day: 90,
			is: 'a 30'
		}
	])('$says', ({ happened, day, is }) => expect(asked(happened, day)).toBe(is));

	test('goes on with what she has answered; of two answers the last one counts', () => {
		const happened = [
			done('a', 0),
			said('a', 30, 31, FIRST, 'no'),
			said('a', 30, 31, SECOND, 'yes'),
			said('a', 30, 31.1, FIRST, 'yes')
		];
		expect(due(happened, 32)?.answers).toEqual({ [FIRST]: 'yes', [SECOND]: 'yes' });
	});

	const course = fc.constantFrom('a', 'b', 'c');
	const days = fc.constantFrom(...FOLLOWUP_DAYS);
	const what: fc.Arbitrary<What> = fc.oneof(
		{ weight: 3, arbitrary: course.map((one): What => ({ done: one })) },
		fc.record({ ended: course, days }),
		{
			weight: 4,
			arbitrary: fc.record({ said: course, days, question: fc.constantFrom(...FOLLOWUP_QUESTIONS) })
		}
	);
	/** In 64ths of a day: whole milliseconds, exact in both counts. */
	const life = fc
		.array(fc.record({ what, wait: fc.integer({ min: 1, max: 64 * 25 }) }), { maxLength: 30 })
		.map((list) => {
			let day = 0;
			return list.map(({ what: one, wait }): Happened => ({ ...one, day: (day += wait / 64) }));
		});
	const later = fc.integer({ min: 0, max: 64 * 130 }).map((n) => n / 64);

	/** The rule as one would say it. */
	function naive(happened: readonly Happened[], now: number): string | null {
		let best: { round: string; opens: number; days: number } | null = null;
		for (const name of ['a', 'b', 'c'])
			for (const after of FOLLOWUP_DAYS) {
				const first = happened.find((one) => 'done' in one && one.done === name);
				if (!first) continue;
				const opens = first.day + after;
				if (now < opens || now >= opens + 30) continue;
				const talk = happened.filter((one) => 'said' in one || 'ended' in one);
				const isOf = (one: Happened) =>
					('said' in one ? one.said === name : 'ended' in one && one.ended === name) &&
					'days' in one &&
					one.days === after;
				if (talk.some((one) => isOf(one) && 'ended' in one)) continue;
				const answered = new Set(talk.flatMap((one) => (isOf(one) && 'said' in one ? [one.question] : [])));
				if (answered.size === 5) continue;
				if (talk.some((one) => !isOf(one) && one.day > now - 30)) continue;
				if (!best || opens < best.opens || (opens === best.opens && after < best.days))
					best = { round: `${name} ${after}`, opens, days: after };
			}
		return best?.round ?? null;
	}

	test.prop([life, later], { numRuns: 500 })('is the naive one when the clock is right', (happened, more) => {
		const day = (happened.at(-1)?.day ?? 0) + more;
		expect(asked(happened, day)).toBe(naive(happened, day));
	});

	test.prop([life, later, fc.integer({ min: -300, max: 3000 })])(
		'is the same with a clock that is wrong by a constant',
		(happened, more, shift) => {
			const day = (happened.at(-1)?.day ?? 0) + more;
			const moved = happened.map((one) => ({ ...one, day: one.day + shift }));
			expect(due(moved, day + shift)).toEqual(due(happened, day));
		}
	);

	test.prop([life.filter((list) => list.length > 3), later, fc.nat(), fc.constantFrom(-500, 3000)])(
		'is the same when the clock was wrong by months for one lesson',
		(happened, more, where, jump) => {
			const day = happened.at(-1)!.day + more;
			// After two things: before that nothing says which of the clocks was right.
			const at = 2 + (where % (happened.length - 1));
			const wrong: Happened = { lesson: 'x', day: jump };
			expect(due([...happened.slice(0, at), wrong, ...happened.slice(at)], day)).toEqual(due(happened, day));
		}
	);

	test.prop([life, later, fc.nat()])(
		'is the same in whatever order the events are given',
		(happened, more, seed) => {
			const day = START + ((happened.at(-1)?.day ?? 0) + more) * DAY;
			const given = events(happened);
			const at = seed % (given.length + 1);
			const turned = [...given.slice(at), ...given.slice(0, at)].reverse();
			expect(followUpDue(turned, PHONE, day)).toEqual(followUpDue(given, PHONE, day));
		}
	);

	test.prop([fc.array(fc.tuple(course, fc.integer({ min: 0, max: 64 * 120 })), { maxLength: 6 }), fc.nat()], {
		numRuns: 30
	})(
		'is asked once for each course and time, at most once in 30 days, whenever she comes',
		(courses, seed) => {
			const happened: Happened[] = courses
				.map(([name, at]) => done(name, at / 64))
				.sort((a, b) => a.day - b.day);
			const rounds: { round: string; day: number }[] = [];
			for (let day = 120, step = 0; day < 300; day += 0.5 + ((seed >> (step % 30)) & 3), step++) {
				const round = due(happened, day);
				if (!round) continue;
				rounds.push({ round: `${round.course} ${round.days}`, day });
				happened.push(...all(round.course, round.days, day));
			}
			expect(new Set(rounds.map(({ round }) => round)).size).toBe(rounds.length);
			rounds
				.slice(1)
				.forEach(({ day }, index) => expect(day - rounds[index]!.day).toBeGreaterThanOrEqual(30));
		}
	);

	test('a second phone is heard as well', () => {
		const other = idOf(2, 'e');
		const both = [...events([done('a', 0)]), ...events(all('a', 30, 31), other)];
		expect(followUpDue(both, PHONE, START + 32 * DAY)).toBeNull();
	});
});

describe('a course that is behind her', () => {
	const courses = [{ slug: 'c', lessons: [{ slug: 'x' }, { slug: 'y' }] }];
	const progress = (done: Record<string, number | null>, ended: Record<string, number> = {}): Progress => ({
		courses: ended,
		lessons: Object.fromEntries(
			Object.entries(done).map(([slug, completedAtMs]) => [
				slug,
				{ firstAtMs: 1, lastAtMs: 1, heard: [], questions: {}, completedAtMs }
			])
		)
	});
	test.each([
		{ says: 'she completed it', given: progress({ x: 5, y: 9 }, { c: 7 }), heard: [], is: 7 },
		{ says: 'she did all of it', given: progress({ x: 5, y: 9 }), heard: [], is: 9 },
		{ says: 'she heard the rest in a group', given: progress({ x: 5, y: null }), heard: [['y', 8]], is: 8 },
		{
			says: 'she heard it and did it: the first counts',
			given: progress({ x: 5, y: 9 }),
			heard: [['y', 6]],
			is: 6
		},
		{ says: 'a lesson is missing', given: progress({ x: 5, y: null }), heard: [['x', 3]], is: undefined }
	] as const)('$says', ({ given, heard, is }) => {
		expect(coursesBehind(courses, given, new Map(heard)).get('c')).toBe(is);
	});
});

describe('an answer from outside', () => {
	const [good] = numbered([
		{
			kind: 'followup.answered',
			data: { course: 'dien-thoai', days: 30, question: 'sells-online', answer: 'not-yet' }
		}
	]);
	test('a good one is taken', () => {
		expect(v.is(Event, good)).toBe(true);
	});
	test.each([
		{ what: 'a day that nobody asks on', bad: { days: 31 } },
		{ what: 'a question that nobody asks', bad: { question: 'income' } },
		{ what: 'the answer to another question', bad: { answer: 'herself' } },
		{ what: 'words', bad: { answer: 'Có, tôi bán mật ong' } },
		{ what: 'a course that is a path', bad: { course: '../etc' } }
	])('with $what is refused', ({ bad }) => {
		expect(v.is(Event, { ...good, data: { ...good!.data, ...bad } })).toBe(false);
	});
	test('each question can be left open', () => {
		for (const answers of Object.values(FOLLOWUP_ANSWERS)) expect(answers.at(-1)).toBe('unsure');
	});
});
