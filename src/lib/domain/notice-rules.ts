import type { CatalogCourse, CatalogLesson } from './course';
import { lessonsOf } from './lessons-of';
import { lessonState, type Progress } from './progress';
import type { Notice, NoticeKind, NoticeOf } from './notice';

// Apart from the schemas: what home computes with must not bring valibot to the phone.

const isOf =
	<K extends NoticeKind>(kind: K) =>
	(notice: Notice): notice is Extract<Notice, NoticeOf<K>> =>
		notice.kind === kind;
export const isAssignment = isOf('assignment');
export const isVoice = isOf('voice');
export const isAnswer = isOf('answer');
export const isCard = isOf('card');
export const isScam = isOf('scam');

/** What may be the one card of a day: cards, and tricks to be practised. */
export type UrgentNotice = Extract<Notice, NoticeOf<'card' | 'scam'>>;
const isUrgent = (notice: Notice): notice is UrgentNotice => isCard(notice) || isScam(notice);
const isWarning = (notice: UrgentNotice): boolean => isScam(notice) || notice.body.tone === 'warning';

/** A clock that was last compared with the server's. */
export type Clock = { phoneMs: number; comparedPhoneMs: number; comparedServerMs: number };

/**
 * The time as well as the phone can know it: its clock, put right by what the server's was at the last delivery, and
 * never before that. A clock that is wrong by years neither hides a notice nor ends one.
 */
export function likelyMs({ phoneMs, comparedPhoneMs, comparedServerMs }: Clock): number {
	return Math.max(comparedServerMs, phoneMs + comparedServerMs - comparedPhoneMs);
}

/** Whether it stands now. */
export const isCurrent = (notice: Notice, atMs: number): boolean =>
	notice.fromMs <= atMs && (notice.untilMs === null || atMs < notice.untilMs);

/** Newest first; what was written at one moment stands in one order on every phone. */
export const newestFirst = (a: Notice, b: Notice): number => b.fromMs - a.fromMs || (a.id < b.id ? -1 : 1);

/** Ids of those that she has heard, in whatever version: another date makes no message new. */
export type Heard = ReadonlySet<string>;

/** Days on which a card stood first, newest first, as the phone's calendar called them. */
export type CardDays = readonly { day: string; notice: string }[];
/** As many as a year has and a clock that jumps may add. */
export const CARD_DAYS_KEPT = 400;

/**
 * The card that stands first today, if any: one a day, the oldest unheard warning (a trick is one) before news. Which one it is stays
 * for the day, until it is heard; then nothing more until another day. Only the name of the day counts, not whether
 * it follows the last one: a clock that is put back or forth shows none twice on one day, and loses none.
 */
export function cardOfDay(
	notices: readonly Notice[],
	{ heard, days, today }: { heard: Heard; days: CardDays; today: string }
): UrgentNotice | undefined {
	const waiting = notices.filter(isUrgent).filter(({ id }) => !heard.has(id));
	const todays = days.find(({ day }) => day === today);
	if (todays) return waiting.find(({ id }) => id === todays.notice);
	const oldest = [...waiting].sort(newestFirst).reverse();
	return oldest.find(isWarning) ?? oldest[0];
}

/** The days with today's card noted. */
export function withCardOf(days: CardDays, today: string, notice: string): CardDays {
	if (days.some(({ day }) => day === today)) return days;
	return [{ day: today, notice }, ...days].slice(0, CARD_DAYS_KEPT);
}

/** The lessons that an assignment asks for; none when the catalogue no longer has it. */
export function lessonsAssigned(
	{ what, slug }: NoticeOf<'assignment'>['body'],
	courses: readonly CatalogCourse[]
): CatalogLesson[] {
	if (what === 'course') return courses.flatMap((course) => (course.slug === slug ? lessonsOf(course) : []));
	const modules = courses.flatMap((course) => course.modules);
	if (what === 'module') return modules.find((module) => module.slug === slug)?.lessons ?? [];
	return courses.flatMap(lessonsOf).filter((lesson) => lesson.slug === slug);
}

/** What is assigned and not done: the earliest day first, those without one after them, older before newer. */
export function openAssignments(
	notices: readonly Notice[],
	courses: readonly CatalogCourse[],
	progress: Progress
): { notice: NoticeOf<'assignment'>; course: CatalogCourse; lesson: CatalogLesson }[] {
	const due = ({ body }: NoticeOf<'assignment'>) => body.due ?? '9999';
	return notices
		.filter(isAssignment)
		.sort((a, b) => (due(a) === due(b) ? newestFirst(b, a) : due(a) < due(b) ? -1 : 1))
		.flatMap((notice) => {
			const lesson = lessonsAssigned(notice.body, courses).find(
				({ slug }) => lessonState(progress.lessons[slug]) !== 'done'
			);
			const course = lesson && courses.find((one) => lessonsOf(one).includes(lesson));
			return lesson && course ? [{ notice, course, lesson }] : [];
		});
}
