import { believed } from './believed';
import type { Event } from './event';
import type { Progress } from './progress';

/**
 * What is asked by ear 30 and 90 days after a course: the same five questions each time, about the last month, so that
 * two answers can be laid beside each other. They are about her and not about the course; no answer is right or wrong.
 */
export const FOLLOWUP_DAYS = [30, 90] as const;
export type FollowUpDays = (typeof FOLLOWUP_DAYS)[number];

/** The questions in their order, each with its answers; `unsure` is "I don't know, or would rather not say". */
export const FOLLOWUP_ANSWERS = {
	/** Does she sell online? */
	'sells-online': ['yes', 'not-yet', 'no', 'unsure'],
	/** Did a trick come to her, and did she refuse it? */
	'refused-trick': ['yes', 'no', 'none-came', 'unsure'],
	/** Did she pay by phone, or was she paid? */
	'paid-by-phone': ['yes', 'no', 'unsure'],
	/** Did somebody from outside her commune order or buy? */
	'outside-buyers': ['yes', 'no', 'unsure'],
	/** Who does it on the phone: she alone, she with somebody, somebody for her? */
	'who-does-it': ['herself', 'together', 'others', 'unsure']
} as const;
export type FollowUpQuestion = keyof typeof FOLLOWUP_ANSWERS;
export type FollowUpAnswer = (typeof FOLLOWUP_ANSWERS)[FollowUpQuestion][number];
export const FOLLOWUP_QUESTIONS = Object.keys(FOLLOWUP_ANSWERS) as FollowUpQuestion[];
export const ALL_FOLLOWUP_ANSWERS = [...new Set(Object.values(FOLLOWUP_ANSWERS).flat())];

export const isAnswerTo = (question: FollowUpQuestion, answer: FollowUpAnswer): boolean =>
	(FOLLOWUP_ANSWERS[question] as readonly FollowUpAnswer[]).includes(answer);

const DAY_MS = 24 * 3600_000;
/** A round can be answered for so long; after that it would tell of another month than it was meant to. */
export const FOLLOWUP_OPEN_DAYS = 30;
/** The questions are about the last month: who was asked within it is not asked again, for whatever course. */
export const FOLLOWUP_PAUSE_DAYS = 30;

export type FollowUpRound = { course: string; days: FollowUpDays };
export type FollowUpDue = FollowUpRound & {
	/** What she has answered of it; of several answers to one question the last. */
	answers: FollowUpAnswers;
};
export type FollowUpAnswers = Partial<Record<FollowUpQuestion, FollowUpAnswer>>;
/** What was said in a round so far. */
export type FollowUpSaid = FollowUpRound & { answers: FollowUpAnswers; hasEnded: boolean; lastAtMs: number };

/**
 * The round that may be asked now, if any, of courses that she first completed at these times. It opens 30 or 90 days
 * after the course and closes 30 days later; it ends with an answer to all five or one tap that skips the rest, and
 * never comes back. Of several that stand open the one that closes first; and none within 30 days of anything said in
 * another: one round a month, for however many courses.
 */
export function openRound(
	completed: ReadonlyMap<string, number>,
	said: readonly FollowUpSaid[],
	nowMs: number
): FollowUpDue | null {
	const hers = (round: FollowUpRound) => said.find((one) => isSame(one, round));
	const isPaused = (round: FollowUpRound) =>
		said.some((one) => !isSame(one, round) && nowMs - one.lastAtMs < FOLLOWUP_PAUSE_DAYS * DAY_MS);
	const [next] = [...completed]
		.flatMap(([course, doneAtMs]) =>
			FOLLOWUP_DAYS.map((days) => ({ course, days, opensAtMs: doneAtMs + days * DAY_MS }))
		)
		.filter(({ opensAtMs }) => opensAtMs <= nowMs && nowMs < opensAtMs + FOLLOWUP_OPEN_DAYS * DAY_MS)
		.filter((round) => !hers(round)?.hasEnded && !isPaused(round))
		.sort((a, b) => a.opensAtMs - b.opensAtMs || a.days - b.days || (a.course < b.course ? -1 : 1));
	if (!next) return null;
	const { course, days } = next;
	return { course, days, answers: hers(next)?.answers ?? {} };
}

const isSame = (a: FollowUpRound, b: FollowUpRound) => a.course === b.course && a.days === b.days;
export const isAllAnswered = (answers: FollowUpAnswers): boolean =>
	FOLLOWUP_QUESTIONS.every((question) => answers[question] !== undefined);

/** What her phone looks at. That a lesson was done only tells what its clock showed then. */
export const FOLLOWUP_KINDS = [
	'course.completed',
	'lesson.completed',
	'followup.answered',
	'followup.ended'
] as const;
export type FollowUpEvent = Extract<Event, { kind: (typeof FOLLOWUP_KINDS)[number] }>;
type Saying = Extract<FollowUpEvent, { kind: 'followup.answered' | 'followup.ended' }>;

/** The round that her phone may ask now. The events may come in any order, each once; what a wrong clock does stands
 * with `believed`. */
export function followUpDue(
	events: readonly FollowUpEvent[],
	device: string,
	nowMs: number
): FollowUpDue | null {
	const { timed, now } = believed(events, device, nowMs);
	const completed = new Map<string, number>();
	let said: FollowUpSaid[] = [];
	for (const { event, atMs } of timed) {
		if (event.kind === 'followup.answered' || event.kind === 'followup.ended')
			said = withSaid(said, event, atMs);
		else if (event.kind === 'course.completed' && !completed.has(event.data.course))
			completed.set(event.data.course, atMs);
	}
	return openRound(completed, said, now);
}

function withSaid(said: readonly FollowUpSaid[], event: Saying, atMs: number): FollowUpSaid[] {
	const { course, days } = event.data;
	const before = said.find((one) => isSame(one, event.data));
	const answers = { ...before?.answers };
	if (event.kind === 'followup.answered') answers[event.data.question] = event.data.answer;
	const hasEnded = before?.hasEnded === true || event.kind === 'followup.ended' || isAllAnswered(answers);
	return [...said.filter((one) => one !== before), { course, days, answers, hasEnded, lastAtMs: atMs }];
}

/**
 * When each course was behind her, for who has to know it without her phone: when she completed it, or when the last of
 * its lessons was done or first heard in a group.
 * @param heardAtMs lessons that she heard in a group
 */
export function coursesBehind(
	courses: readonly { slug: string; lessons: readonly { slug: string }[] }[],
	progress: Progress,
	heardAtMs: ReadonlyMap<string, number>
): Map<string, number> {
	const behind = new Map<string, number>();
	for (const { slug, lessons } of courses) {
		const times = lessons.map((lesson) =>
			Math.min(
				progress.lessons[lesson.slug]?.completedAtMs ?? Infinity,
				heardAtMs.get(lesson.slug) ?? Infinity
			)
		);
		const endMs = progress.courses[slug] ?? Math.max(...times);
		if (times.length > 0 && Number.isFinite(endMs)) behind.set(slug, endMs);
	}
	return behind;
}
