import type { Event } from './event';

const DAY_MS = 24 * 3600_000;
/** Days until a question comes again, after each right answer given when it was due; the last one repeats. */
export const LADDER_DAYS = [1, 3, 7, 21, 60] as const;
/** Days after a lesson at which it counts whether she still knows it (pb_hooks/lib/review-sql.js counts by the same). */
export const KNOWN_AFTER_DAYS = [30, 60] as const;
/** Before one lesson; more would be a test. */
export const MOST_AT_ONCE = 3;
/** Before this app existed: a clock that shows less was never set (a phone whose battery died begins at 1970). */
const NEVER_SET_BEFORE_MS = Date.UTC(2025, 0, 1);

export type ReviewEvent = Extract<
	Event,
	{ kind: 'question.answered' | 'review.answered' | 'lesson.completed' }
>;
export type ReviewKind = ReviewEvent['kind'];
export type DueQuestion = { lesson: string; question: number };
type Standing = DueQuestion & { rung: number; dueAtMs: number; isMissed: boolean; lastAtMs: number };
/** Whether a pilot leaves this question out of her reviews (domain/review-pilot.ts). */
export type IsLeftOut = (question: DueQuestion) => boolean;
type Timed = { event: ReviewEvent; atMs: number };

/**
 * Which questions of finished lessons to hear again now: those that went wrong first, then the longest due, at most
 * `MOST_AT_ONCE`. The events may come in any order, each once.
 *
 * A clock may be wrong by days and be put right again, forwards and backwards. Nothing but a device's own numbering
 * says what came after what, so of each device's times (and `nowMs` after them, on this one) only the longest run
 * that never goes back is believed; whatever stands outside it happened when the last believed thing before it did.
 * So a clock that is wrong by a constant changes nothing; one that was wrong for a while moves what was done in that
 * while, not what was done before and after; one that stands in the past now makes nothing due until it has caught
 * up, and one that stands in the future makes questions due early, whose answers climb no rung once it is right
 * again. A second phone with another clock moves what was answered on it by the difference, at most.
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

function believed(events: readonly ReviewEvent[], device: string, nowMs: number) {
	const byDevice = new Map<string, ReviewEvent[]>([[device, []]]);
	for (const event of events) byDevice.set(event.device, [...(byDevice.get(event.device) ?? []), event]);
	const timed: Timed[] = [];
	let now = nowMs;
	for (const [id, own] of byDevice) {
		own.sort((a, b) => a.seq - b.seq);
		const times = believedTimes([...own.map(({ at }) => at), ...(id === device ? [nowMs] : [])]);
		own.forEach((event, index) => timed.push({ event, atMs: times[index] as number }));
		if (id === device) now = times.at(-1) as number;
	}
	// Within a device its own order stays: the sort is stable, and times never go back.
	return { timed: timed.sort((a, b) => a.atMs - b.atMs), now };
}

/** Times in their order, each outside the longest run that never goes back replaced by the believed one before it. */
export function believedTimes(times: readonly number[]): number[] {
	/** For each length, where the run of that length with the earliest end ends. */
	const ends: number[] = [];
	const previous: (number | undefined)[] = [];
	times.forEach((atMs, index) => {
		if (atMs < NEVER_SET_BEFORE_MS) return;
		let [low, high] = [0, ends.length];
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((times[ends[middle] as number] as number) <= atMs) low = middle + 1;
			else high = middle;
		}
		previous[index] = ends[low - 1];
		ends[low] = index;
	});
	const run = new Set<number>();
	for (let at = ends.at(-1); at !== undefined; at = previous[at]) run.add(at);
	let last = Math.min(...[...run].map((index) => times[index] as number));
	if (run.size === 0) last = 0;
	return times.map((atMs, index) => (last = run.has(index) ? atMs : last));
}
