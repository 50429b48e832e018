import { describe, expect, test } from 'vitest';
import type { CatalogCourse } from '$lib/domain/course';
import { Event } from '$lib/domain/event';
import { applyEvent, lessonState, notStarted, type Progress } from '$lib/domain/progress';
import { missingForBadge } from '$lib/domain/badge';
import { safeParse } from 'valibot';
import { dueQuestions, type ReviewEvent } from '$lib/domain/review';
import { askedBeside } from './asked';
import { GROUPS, type Pace } from './people';
import { pushesOf } from './phone';
import { randomFrom, ulidAt } from './random';
import { storyOf } from './story';

const NOW_MS = Date.UTC(2026, 10, 24, 3);
const DAY_MS = 86_400_000;
const spoken = { vi: { text: 'x', clip: '', ms: 1, voice: 'synthetic' } } as never;
const lesson = (slug: string, questions: number[]) => ({
	...{ slug, hash: 'a'.repeat(64), title: spoken, picture: 'x.svg' },
	...{ seconds: 60, bytes: 1, sizes: {}, cards: [1, 2, 3, 4], questions }
});
const course = (slug: string): CatalogCourse => ({
	slug,
	title: spoken,
	picture: 'x.svg',
	color: 'indigo',
	check: lesson(`${slug}-check`, [1, 2, 3, 4, 5, 6, 7]),
	modules: [
		{
			slug: `${slug}-m`,
			title: spoken,
			lessons: Array.from({ length: 12 }, (_, n) => lesson(`${slug}-${n}`, [1, 2]))
		}
	]
});
const courses = [course('one'), course('two')];

function livedThrough(pace: Pace, seed: number) {
	const random = randomFrom(seed);
	const story = storyOf(pace, courses, NOW_MS, random);
	const asked = askedBeside(story, courses, NOW_MS, randomFrom(seed + 500));
	const sittings = [...story, ...asked].sort(([a], [b]) => a!.at - b!.at);
	const device = ulidAt(NOW_MS, random);
	const pushes = pushesOf(sittings, device, NOW_MS, random);
	const events = pushes.flatMap((push) => push.events);
	return { pushes, events, progress: events.reduce<Progress>(applyEvent, notStarted) };
}
const seeds = Array.from({ length: 20 }, (_, seed) => seed);

describe('the example village', () => {
	test('is the same for the same seed and another for another', () => {
		expect(livedThrough('steady', 1)).toEqual(livedThrough('steady', 1));
		expect(livedThrough('steady', 1).events).not.toEqual(livedThrough('steady', 2).events);
	});

	test('has 60 women, each with a name and picture of her own in her group', () => {
		expect(GROUPS.map((group) => group.women.length)).toEqual([20, 20, 20]);
		for (const { women } of GROUPS) {
			expect(new Set(women.map((woman) => woman.name)).size).toBe(20);
			expect(new Set(women.map((woman) => woman.picture)).size).toBe(20);
		}
	});

	test.each<Pace>(['finished', 'steady', 'slow', 'stuck', 'quiet', 'new'])(
		'%s: valid events, numbered without gaps, none of them or of their pushes in the future',
		(pace) => {
			for (const seed of seeds) {
				const { events, pushes } = livedThrough(pace, seed);
				expect(events.length).toBeGreaterThan(0);
				expect(events.map(({ seq }) => seq)).toEqual(events.map((_, n) => n + 1));
				expect(events.every((event) => safeParse(Event, event).success)).toBe(true);
				expect(
					Math.max(...events.map(({ at }) => at), ...pushes.map(({ atMs }) => atMs))
				).toBeLessThanOrEqual(NOW_MS);
				expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
			}
		}
	);

	test.each(seeds)('finished (%i) has a badge to show', (seed) =>
		expect(missingForBadge(courses[0] as CatalogCourse, livedThrough('finished', seed).progress)).toEqual([])
	);

	test.each(seeds)('stuck (%i): three wrong and more at a question that was never right', (seed) => {
		const questions = Object.values(livedThrough('stuck', seed).progress.lessons).flatMap((lesson) =>
			Object.values(lesson.questions)
		);
		expect(questions.filter(({ wrong, right }) => wrong >= 3 && !right)).toHaveLength(1);
	});

	test.each(seeds)('quiet (%i) has done something, but not for two weeks', (seed) => {
		const { events, progress } = livedThrough('quiet', seed);
		expect(Math.max(...events.map(({ at }) => at))).toBeLessThan(NOW_MS - 15 * DAY_MS);
		expect(
			Object.values(progress.lessons).filter((lesson) => lessonState(lesson) === 'done').length
		).toBeGreaterThan(5);
	});

	test.each(seeds)('finished (%i) was asked before and after her first course, in two forms', (seed) => {
		const { events } = livedThrough('finished', seed);
		const checks = events.filter(({ kind }) => kind.startsWith('check.'));
		const ends = checks.flatMap((one) =>
			one.kind === 'check.ended' ? [`${one.data.course} ${one.data.time}`] : []
		);
		expect(ends.slice(0, 2)).toEqual(['one before', 'one after']);
		const asked = checks.flatMap((one) =>
			one.kind === 'check.answered' && one.data.course === 'one' && one.data.question > 1
				? [one.data.question]
				: []
		);
		expect(new Set(asked).size).toBe(asked.length);
		const completed = events.find(({ kind }) => kind === 'course.completed');
		const after = checks.find((one) => one.kind === 'check.ended' && one.data.time === 'after');
		expect(after?.seq).toBeGreaterThan(completed?.seq ?? NaN);
	});

	test.each(seeds)('finished (%i) heard again only what was due when she was asked', (seed) => {
		const { events } = livedThrough('finished', seed);
		const reviewed = events.filter(({ kind }) => kind === 'review.answered');
		expect(reviewed.length).toBeGreaterThan(10);
		const first = reviewed[0] as ReviewEvent;
		const before = events.filter(({ seq }) => seq < first.seq) as ReviewEvent[];
		const { lesson, question } = first.data as { lesson: string; question: number };
		const relevant = before.filter(({ kind }) => kind === 'question.answered' || kind === 'lesson.completed');
		expect(dueQuestions(relevant, first.device, first.at)).toContainEqual({ lesson, question });
	});

	test('most of those who finished told how it goes a month later, each question once', () => {
		const rounds = seeds.map((seed) =>
			livedThrough('finished', seed).events.flatMap((one) =>
				one.kind === 'followup.answered' ? [one.data.question] : []
			)
		);
		const told = rounds.filter((round) => round.length > 0);
		expect(told.length).toBeGreaterThan(5);
		for (const round of told) expect([round.length, new Set(round).size]).toEqual([5, 5]);
	});

	test('waiting has done nothing', () => expect(livedThrough('waiting', 1).events).toEqual([]));
});
