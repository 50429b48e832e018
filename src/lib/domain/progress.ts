import type { CatalogCourse, CatalogLesson } from './course';
import { lessonsOf } from './lessons-of';
import type { Event } from './event';

export type QuestionProgress = {
	answers: number;
	wrong: number;
	/** Answered rightly at some time. */
	right: boolean;
	/** Answered rightly at a first try at some time. */
	rightFirst: boolean;
};

export type LessonProgress = {
	firstAtMs: number;
	lastAtMs: number;
	/** Numbers of the cards heard, ascending. */
	heard: number[];
	questions: Record<number, QuestionProgress>;
	/** The earliest completion, or null. */
	completedAtMs: number | null;
};

/** What a set of events amounts to. `courses` holds the earliest completion of each. */
export type Progress = { lessons: Record<string, LessonProgress>; courses: Record<string, number> };

export const notStarted: Progress = { lessons: {}, courses: {} };

/**
 * Folds one event into the progress. Events may come in any order: the result is the same. Each event must be
 * given once (the set of events is kept by id); giving one twice counts its answers twice.
 */
export function applyEvent(progress: Progress, event: Event): Progress {
	if (event.kind === 'course.completed') {
		const { course } = event.data;
		const atMs = Math.min(progress.courses[course] ?? Infinity, event.at);
		return { ...progress, courses: { ...progress.courses, [course]: atMs } };
	}
	// Everything else, also of a kind that comes tomorrow, is no progress.
	if (!isOfLesson(event)) return progress;
	const { lesson } = event.data;
	const folded = applyToLesson(progress.lessons[lesson], event);
	return { ...progress, lessons: { ...progress.lessons, [lesson]: folded } };
}

const LESSON_KINDS = ['lesson.opened', 'card.heard', 'question.answered', 'lesson.completed'] as const;
export type LessonEvent = Extract<Event, { kind: (typeof LESSON_KINDS)[number] }>;
const isOfLesson = (event: Event): event is LessonEvent =>
	(LESSON_KINDS as readonly string[]).includes(event.kind);

/** Folds one event of a lesson into that lesson's progress (undefined: not started). */
export function applyToLesson(before: LessonProgress | undefined, event: LessonEvent): LessonProgress {
	const after: LessonProgress = {
		firstAtMs: Math.min(before?.firstAtMs ?? Infinity, event.at),
		lastAtMs: Math.max(before?.lastAtMs ?? -Infinity, event.at),
		heard: before?.heard ?? [],
		questions: before?.questions ?? {},
		completedAtMs: before?.completedAtMs ?? null
	};
	if (event.kind === 'card.heard') after.heard = withNumber(after.heard, event.data.card);
	if (event.kind === 'lesson.completed')
		after.completedAtMs = Math.min(after.completedAtMs ?? Infinity, event.at);
	if (event.kind === 'question.answered') {
		const { question, right } = event.data;
		const known = after.questions[question] ?? { answers: 0, wrong: 0, right: false, rightFirst: false };
		after.questions = {
			...after.questions,
			[question]: {
				answers: known.answers + 1,
				wrong: known.wrong + (right ? 0 : 1),
				right: known.right || right,
				rightFirst: known.rightFirst || (right && event.data.try === 1)
			}
		};
	}
	return after;
}

function withNumber(numbers: number[], added: number): number[] {
	return numbers.includes(added) ? numbers : [...numbers, added].sort((a, b) => a - b);
}

export type LessonState = 'none' | 'begun' | 'done';

/** Done: completed once. That is kept for ever, also when a later version adds a card. */
export function lessonState(progress: LessonProgress | undefined): LessonState {
	if (!progress) return 'none';
	return progress.completedAtMs === null ? 'begun' : 'done';
}

/** Whether every card is heard and every question was answered rightly, so that the lesson may be completed. */
export function mayComplete(
	lesson: Pick<CatalogLesson, 'cards' | 'questions'>,
	progress: LessonProgress | undefined
): boolean {
	if (!progress) return false;
	return (
		lesson.cards.every((card) => progress.heard.includes(card)) &&
		lesson.questions.every((question) => progress.questions[question]?.right === true)
	);
}

/** The first lesson of the courses, in order, that is not done; undefined when all are. */
export function nextLesson(
	courses: CatalogCourse[],
	progress: Progress
): { course: CatalogCourse; lesson: CatalogLesson } | undefined {
	for (const course of courses)
		for (const lesson of lessonsOf(course))
			if (lessonState(progress.lessons[lesson.slug]) !== 'done') return { course, lesson };
	return undefined;
}
