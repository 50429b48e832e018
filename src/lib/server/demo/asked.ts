import { CHECK_FORMS, CHECK_TRIAL, type CheckTime } from '$lib/domain/check';
import { lessonsOf, type CatalogCourse } from '$lib/domain/course';
import type { Happening } from '$lib/domain/event';
import { FOLLOWUP_ANSWERS, FOLLOWUP_QUESTIONS } from '$lib/domain/followup';
import { dueQuestions, type ReviewEvent } from '$lib/domain/review';
import { between, type Random } from './random';
import type { Dated, Sitting } from './story';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** A question and its answer. */
const EACH_MS = 15_000;
/** Shares of answers that are right. */
const RIGHT = { before: 0.45, after: 0.82, review: 0.8 };
/** Who skips: what is asked before a course, the questions of the day, those of the month after. */
const SKIPS = { check: 0.2, review: 0.25, followUp: 0.3 };
/** How often the first answer of a question is hers: the one that a programme hopes for. */
const HOPED_FOR = 0.55;

/**
 * What she was asked beside her lessons: before and after a course, questions that came again when they were due, and
 * the five of the month after. A pure function of its arguments; none of it is later than `nowMs`.
 */
export function askedBeside(
	sittings: readonly Sitting[],
	courses: readonly CatalogCourse[],
	nowMs: number,
	random: Random
): Sitting[] {
	return [
		...checksOf(sittings, courses, random),
		...reviewsOf(sittings, random),
		...followUpOf(sittings, nowMs, random)
	];
}

function checksOf(
	sittings: readonly Sitting[],
	courses: readonly CatalogCourse[],
	random: Random
): Sitting[] {
	return courses.flatMap((course) => {
		if (!course.check) return [];
		const slugs = lessonsOf(course).map(({ slug }) => slug);
		const opened = sittings
			.flat()
			.find((one) => one.kind === 'lesson.opened' && slugs.includes(one.data.lesson));
		const ended = sittings.find((sitting) => completes(sitting, course.slug));
		const { a, b } = CHECK_FORMS;
		const [before, after] = random() < 0.5 ? [a, b] : [b, a];
		return [
			opened ? check(course.slug, 'before', before, opened.at - 4 * MINUTE_MS, random) : [],
			ended ? check(course.slug, 'after', after, (ended.at(-1)?.at ?? 0) + MINUTE_MS, random) : []
		].filter((sitting) => sitting.length > 0);
	});
}

function check(
	course: string,
	time: CheckTime,
	form: readonly number[],
	startMs: number,
	random: Random
): Sitting {
	const questions = random() < SKIPS.check ? [] : [CHECK_TRIAL, ...form];
	return paced(startMs, [
		...questions.map((question): Happening => {
			const right = random() < RIGHT[time];
			return { kind: 'check.answered', data: { course, time, question, right } };
		}),
		{ kind: 'check.ended', data: { course, time } }
	]);
}

/** Before a lesson, what her phone would have asked by its own rule. */
function reviewsOf(sittings: readonly Sitting[], random: Random): Sitting[] {
	const lived: ReviewEvent[] = [];
	const live = (sitting: Sitting) => {
		for (const one of sitting)
			if (isForReview(one))
				lived.push({ ...one, id: `${lived.length}`, device: 'demo', seq: lived.length + 1 } as ReviewEvent);
	};
	return sittings.flatMap((sitting) => {
		const startMs = (sitting[0]?.at ?? 0) - 2 * MINUTE_MS;
		const due = random() < SKIPS.review ? [] : dueQuestions(lived, 'demo', startMs);
		const review = paced(
			startMs,
			due.map((question): Happening => {
				return { kind: 'review.answered', data: { ...question, right: random() < RIGHT.review } };
			})
		);
		live(review);
		live(sitting);
		return review.length > 0 ? [review] : [];
	});
}

const isForReview = ({ kind }: Dated): boolean =>
	kind === 'question.answered' || kind === 'review.answered' || kind === 'lesson.completed';

/** Of her first course, within a week of the day it comes. */
function followUpOf(sittings: readonly Sitting[], nowMs: number, random: Random): Sitting[] {
	const ended = sittings.flat().find(({ kind }) => kind === 'course.completed');
	const startMs = (ended?.at ?? nowMs) + (30 + between(random, 0, 6)) * DAY_MS;
	if (ended?.kind !== 'course.completed' || startMs > nowMs - MINUTE_MS * 10) return [];
	if (random() < SKIPS.followUp) return [];
	const round = { course: ended.data.course, days: 30 } as const;
	const said = FOLLOWUP_QUESTIONS.map((question): Happening => {
		const answers = FOLLOWUP_ANSWERS[question];
		const answer = random() < HOPED_FOR ? answers[0] : answers[between(random, 1, answers.length - 1)]!;
		return { kind: 'followup.answered', data: { ...round, question, answer } } as Happening;
	});
	return [paced(startMs, [...said, { kind: 'followup.ended', data: round }])];
}

const completes = (sitting: Sitting, course: string): boolean =>
	sitting.some((one) => one.kind === 'course.completed' && one.data.course === course);

const paced = (startMs: number, happenings: readonly Happening[]): Sitting =>
	happenings.map((happening, n) => ({ ...happening, at: startMs + n * EACH_MS }));
