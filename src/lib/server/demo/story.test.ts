import { describe, expect, test } from 'vitest';
import type { CatalogCourse } from '$lib/domain/course';
import { Event } from '$lib/domain/event';
import { applyEvent, lessonState, notStarted, type Progress } from '$lib/domain/progress';
import { missingForBadge } from '$lib/domain/badge';
import { safeParse } from 'valibot';
import { GROUPS, type Pace } from './people';
import { pushesOf } from './phone';
import { randomFrom, ulidAt } from './random';
import { storyOf } from './story';

const NOW_MS = Date.UTC(2026, 10, 24, 3);
const DAY_MS = 86_400_000;
const spoken = { vi: { text: 'x', clip: '', ms: 1, voice: 'synthetic' } } as never;
const course = (slug: string): CatalogCourse => ({
	slug,
	title: spoken,
	picture: 'x.svg',
	color: 'indigo',
	modules: [
		{
			slug: `${slug}-m`,
			title: spoken,
			lessons: Array.from({ length: 12 }, (_, n) => ({
				slug: `${slug}-${n}`,
				hash: 'a'.repeat(64),
				title: spoken,
				picture: 'x.svg',
				seconds: 60,
				bytes: 1,
				sizes: {},
				cards: [1, 2, 3, 4],
				questions: [1, 2]
			}))
		}
	]
});
const courses = [course('one'), course('two')];

function livedThrough(pace: Pace, seed: number) {
	const random = randomFrom(seed);
	const sittings = storyOf(pace, courses, NOW_MS, random);
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

	test('waiting has done nothing', () => expect(livedThrough('waiting', 1).events).toEqual([]));
});
