import type { CatalogCourse } from './course';
import { lessonsOf } from './lessons-of';
import { lessonState, type Progress } from './progress';

/**
 * What is asked before and after a course, so that learning is measured and not only finishing. The questions are no
 * lesson's: nobody has heard their answers. The first is to get used to it and is not counted; the others are two
 * forms of the same length. Half of the women are asked form A before the course and form B after it, half the other
 * way round: a form that is easier tips no scale.
 */
export const CHECK_QUESTIONS = 7;
export const CHECK_TRIAL = 1;
export const CHECK_FORMS = { a: [2, 3, 4], b: [5, 6, 7] } as const;

export const CHECK_TIMES = ['before', 'after'] as const;
export type CheckTime = (typeof CHECK_TIMES)[number];
/** What of a check has happened to her. */
export type CheckSeen = {
	course: string;
	time: CheckTime;
	/** The question that was answered; null: the check has ended, answered or not. */
	question: number | null;
};

/** A lesson can be a check when it has these questions and no others. */
export const isCheck = (questions: readonly number[]): boolean =>
	questions.length === CHECK_QUESTIONS &&
	[CHECK_TRIAL, ...CHECK_FORMS.a, ...CHECK_FORMS.b].every((question) => questions.includes(question));

/** The form that a woman is asked; `who` is her device's id. After the course it is the other one than before. */
function formOf(who: string, time: CheckTime, seen: readonly CheckSeen[]): readonly number[] {
	const before = seen.find(
		({ time, question }) => time === 'before' && question !== null && question > CHECK_TRIAL
	);
	const first = before?.question != null ? before.question : who.charCodeAt(who.length - 1) % 2 ? 2 : 5;
	const beganWithA = (CHECK_FORMS.a as readonly number[]).includes(first);
	return (time === 'before') === beganWithA ? CHECK_FORMS.a : CHECK_FORMS.b;
}

export type CheckDue = { time: CheckTime; questions: number[] };

/**
 * Whether it is time to ask her about this course, and what of it she has not answered yet. Before: until she has
 * begun a second lesson of it (the first is often heard on somebody else's phone). After: once all is done. What has
 * ended, by an answer to all or by one tap that skips the rest, never comes again.
 */
export function checkDue(
	course: CatalogCourse,
	progress: Progress,
	seen: readonly CheckSeen[],
	who: string
): CheckDue | null {
	if (!course.check) return null;
	const states = lessonsOf(course).map(({ slug }) => lessonState(progress.lessons[slug]));
	const begun = states.filter((state) => state !== 'none').length;
	const isDone = states.every((state) => state === 'done');
	const time = isDone ? 'after' : begun < 2 ? 'before' : null;
	const hers = seen.filter((one) => one.course === course.slug);
	if (!time || hers.some((one) => one.time === time && one.question === null)) return null;
	const answered = new Set(hers.flatMap((one) => (one.time === time ? (one.question ?? []) : [])));
	const questions = [CHECK_TRIAL, ...formOf(who, time, hers)].filter((question) => !answered.has(question));
	return { time, questions };
}
