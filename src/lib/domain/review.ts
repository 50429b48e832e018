import { believed } from './believed';
import type { Event } from './event';

const DAY_MS = 24 * 3600_000;
/** Days until a question comes again, after each right answer given when it was due; the last one repeats. */
export const LADDER_DAYS = [1, 3, 7, 21, 60] as const;
/** Days after a lesson at which it counts whether she still knows it (pb_hooks/lib/review-sql.js counts by the same). */
export const KNOWN_AFTER_DAYS = [30, 60] as const;
/** Before one lesson; more would be a test. */
export const MOST_AT_ONCE = 3;

export type ReviewEvent = Extract<
	Event,
	{ kind: 'question.answered' | 'review.answered' | 'lesson.completed' }
>;
export type ReviewKind = ReviewEvent['kind'];
export type DueQuestion = { lesson: string; question: number };
type Standing = DueQuestion & { rung: number; dueAtMs: number; isMissed: boolean; lastAtMs: number };
/** Whether a pilot leaves this question out of her reviews (domain/review-pilot.ts). */
export type IsLeftOut = (question: DueQuestion) => boolean;

/**
 * Which questions of finished lessons to hear again now: those that went wrong first, then the longest due, at most
 * `MOST_AT_ONCE`. The events may come in any order, each once.
 *
 * A clock may be wrong by days and be put right again (domain/believed.ts). One that is wrong by a constant changes
 * nothing; one that was wrong for a while moves what was done in that while, not what was done before and after; one
 * that stands in the past now makes nothing due until it has caught up, and one that stands in the future makes
 * questions due early, whose answers climb no rung once it is right again. A second phone with another clock moves what
 * was answered on it by the difference, at most.
 *
 * @param isLeftOut in a pilot: those questions come on the days that are measured and no other; the rest on these as
 * well, so that both halves are asked alike. Without it there is no pilot.
 */
export function dueQuestions(
	events: readonly ReviewEvent[],
	device: string,
	nowMs: number,
	isLeftOut?: IsLeftOut
): DueQuestion[] {
	const { timed, now } = believed(events, device, nowMs);
	/** When each lesson was first done. */
	const done = new Map<string, number>();
	const standings = new Map<string, Standing>();
	for (const { event, atMs } of timed) {
		const { lesson } = event.data;
		if (event.kind === 'lesson.completed') {
			if (!done.has(lesson)) done.set(lesson, atMs);
			continue;
		}
		const key = `${lesson} ${event.data.question}`;
		standings.set(key, answered(standings.get(key), event, atMs));
	}
	const inPilot = (one: Standing): Standing => {
		if (!isLeftOut) return one;
		const measured = measuredAtMs(done.get(one.lesson) ?? 0, one.lastAtMs);
		return { ...one, dueAtMs: isLeftOut(one) ? measured : Math.min(one.dueAtMs, measured) };
	};
	return [...standings.values()]
		.filter(({ lesson }) => done.has(lesson))
		.map(inPilot)
		.filter(({ dueAtMs }) => dueAtMs <= now)
		.sort(
			(a, b) =>
				Number(b.isMissed) - Number(a.isMissed) ||
				a.dueAtMs - b.dueAtMs ||
				(a.lesson < b.lesson ? -1 : a.lesson > b.lesson ? 1 : a.question - b.question)
		)
		.slice(0, MOST_AT_ONCE)
		.map(({ lesson, question }) => ({ lesson, question }));
}

/** The next day on which a pilot measures and she has not answered since; none: never. */
function measuredAtMs(doneAtMs: number, lastAtMs: number): number {
	return KNOWN_AFTER_DAYS.map((days) => doneAtMs + days * DAY_MS).find((at) => lastAtMs < at) ?? Infinity;
}

/**
 * A wrong answer goes back to the first rung; a right one climbs when the question was due and waits out the rung
 * that it is on when it was not. Missed stays what went wrong until a first try is right: that it was right after
 * the reason had been heard is no sign of knowing.
 */
function answered(
	before: Standing | undefined,
	{ kind, data }: Exclude<ReviewEvent, { kind: 'lesson.completed' }>,
	atMs: number
): Standing {
	const { lesson, question, right } = data;
	const isFirstTry = kind === 'review.answered' || data.try === 1;
	const isMissed = !right || (!isFirstTry && before?.isMissed === true);
	const at = (rung: number, fromMs: number) => ({
		...{ lesson, question, isMissed, rung, lastAtMs: atMs },
		dueAtMs: fromMs + (LADDER_DAYS[rung] as number) * DAY_MS
	});
	if (!before || !right || before.isMissed) return at(0, atMs);
	if (atMs < before.dueAtMs) return { ...before, isMissed, lastAtMs: atMs };
	return at(Math.min(before.rung + 1, LADDER_DAYS.length - 1), atMs);
}
