import type { CatalogCourse, CatalogLesson } from '$lib/domain/course';
import { lessonsOf } from '$lib/domain/course';
import type { Happening } from '$lib/domain/event';
import type { Pace } from './people';
import { between, type Random } from './random';

export type Dated = Happening & { at: number };
/** One evening at the phone. */
export type Sitting = Dated[];

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
export const WEEKS = 8;

/** On which days before today she learns: how far apart, from when to when. */
const HABITS: Record<
	Exclude<Pace, 'waiting'>,
	{ everyDays: [number, number]; until: number; from?: number }
> = {
	finished: { everyDays: [1, 2], until: 0 },
	steady: { everyDays: [3, 6], until: 0 },
	slow: { everyDays: [5, 11], until: 1 },
	stuck: { everyDays: [3, 5], until: 2 },
	quiet: { everyDays: [2, 5], until: 16 },
	new: { everyDays: [1, 2], until: 0, from: 4 }
};
/** Share of first answers that are right; a second one nearly always is. */
const RIGHT_AT_FIRST = 0.74;
const RIGHT_LATER = 0.85;

/**
 * Eight uneven weeks of one woman, oldest sitting first, as her phone would have recorded them. A pure function
 * of its arguments.
 */
export function storyOf(pace: Pace, courses: CatalogCourse[], nowMs: number, random: Random): Sitting[] {
	if (pace === 'waiting') return [];
	const lessons = courses.flatMap((course) => lessonsOf(course).map((lesson) => ({ course, lesson })));
	const days = daysOf(pace, random).slice(0, lessons.length);
	return days.map((day, n) => {
		const { course, lesson } = lessons[n] as (typeof lessons)[number];
		const isLast = n === days.length - 1;
		const startMs = Math.min(eveningOf(nowMs - day * DAY_MS, random), nowMs - 30 * MINUTE_MS);
		const happenings =
			isLast && pace === 'stuck'
				? stuckIn(lesson, random)
				: isLast && pace !== 'finished' && random() < 0.5
					? begun(lesson, random)
					: learned(lesson, course, random);
		return dated(happenings, startMs, random);
	});
}

function daysOf(pace: Exclude<Pace, 'waiting'>, random: Random): number[] {
	const { everyDays, until, from = WEEKS * 7 - 1 } = HABITS[pace];
	const days: number[] = [];
	for (let day = from - between(random, 0, 3); day >= until; day -= between(random, ...everyDays))
		days.push(day);
	return days.length > 0 ? days : [until];
}

/** Between half past seven and half past nine, Vietnamese time. */
function eveningOf(dayMs: number, random: Random): number {
	const midnight = Math.floor((dayMs + 7 * 60 * MINUTE_MS) / DAY_MS) * DAY_MS - 7 * 60 * MINUTE_MS;
	return midnight + (19.5 * 60 + between(random, 0, 120)) * MINUTE_MS;
}

function learned(lesson: CatalogLesson, course: CatalogCourse, random: Random): Happening[] {
	const answers = lesson.questions.flatMap((question) => {
		const wrong = random() < RIGHT_AT_FIRST ? 0 : random() < RIGHT_LATER ? 1 : between(random, 2, 3);
		return [...wrongAnswers(lesson, question, wrong), answer(lesson, question, wrong + 1, true)];
	});
	const isEnd = lessonsOf(course).at(-1)?.slug === lesson.slug;
	return [
		...heard(lesson, lesson.cards),
		...answers,
		{ kind: 'lesson.completed', data: { lesson: lesson.slug } },
		...(isEnd ? [{ kind: 'course.completed' as const, data: { course: course.slug } }] : [])
	];
}

const begun = (lesson: CatalogLesson, random: Random): Happening[] =>
	heard(lesson, lesson.cards.slice(0, between(random, 1, Math.max(1, lesson.cards.length - 1))));

function stuckIn(lesson: CatalogLesson, random: Random): Happening[] {
	const [first = 1, ...others] = lesson.questions;
	const hard = others.length > 0 && random() < 0.5 ? (others[0] as number) : first;
	const before = lesson.questions.filter((question) => question < hard);
	return [
		...heard(lesson, lesson.cards),
		...before.map((question) => answer(lesson, question, 1, true)),
		...wrongAnswers(lesson, hard, between(random, 3, 5))
	];
}

const heard = (lesson: CatalogLesson, cards: number[]): Happening[] => [
	{ kind: 'lesson.opened', data: { lesson: lesson.slug, hash: lesson.hash } },
	...cards.map((card): Happening => ({ kind: 'card.heard', data: { lesson: lesson.slug, card } }))
];

const wrongAnswers = (lesson: CatalogLesson, question: number, count: number): Happening[] =>
	Array.from({ length: count }, (_, n) => answer(lesson, question, n + 1, false));

const answer = (lesson: CatalogLesson, question: number, nth: number, right: boolean): Happening => ({
	kind: 'question.answered',
	data: { lesson: lesson.slug, question, try: nth, right }
});

/** A card takes about ten seconds, a question somewhat longer. */
function dated(happenings: Happening[], startMs: number, random: Random): Dated[] {
	let at = startMs;
	return happenings.map((happening) => {
		at += between(random, 6000, 18_000);
		return { ...happening, at };
	});
}
