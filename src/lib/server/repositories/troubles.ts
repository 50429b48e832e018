import { NEED_RULES, type Fall, type MissingClips, type StuckQuestion } from '$lib/domain/needs';

const DAY_MS = 86_400_000;

/** What a woman's needs are told from, beside who she is (domain/needs.ts). */
export type Troubles = {
	stuck: StuckQuestion[];
	falls: Fall[];
	freeBytes: number | null;
	missing: MissingClips | null;
};
export const noTroubles = (): Troubles => ({ stuck: [], falls: [], freeBytes: null, missing: null });

/** As pb_hooks/lib/seeing-sql.js answers it. */
export type TroubleRows = {
	stuck: [
		learner: string,
		lesson: string,
		question: number,
		wrong: number,
		sinceMs: number,
		lastAtMs: number
	][];
	falls: [learner: string, lesson: string, fell: string[], lastAtMs: number][];
	free: [learner: string, freeBytes: number][];
	clips: [learner: string, lesson: string, clips: number, sinceMs: number][];
};

/** Clips that were missing before this are no trouble any more. */
export const clipsSince = (nowMs: number): number => nowMs - NEED_RULES.clips.withinDays * DAY_MS;

/** Gives each woman what the rows tell of her. */
export function giveTroubles(women: ReadonlyMap<string, Troubles>, rows: TroubleRows): void {
	for (const [learner, lesson, question, wrong, sinceMs, lastAtMs] of rows.stuck)
		women.get(learner)?.stuck.push({ lesson, question, wrong, sinceMs, lastAtMs });
	for (const [learner, lesson, fell, lastAtMs] of rows.falls)
		women.get(learner)?.falls.push(...fell.map((trick) => ({ lesson, trick, lastAtMs })));
	for (const [learner, freeBytes] of rows.free) {
		const woman = women.get(learner);
		if (woman) woman.freeBytes = freeBytes;
	}
	const most = new Map<string, number>();
	for (const [learner, lesson, clips, sinceMs] of rows.clips) {
		const woman = women.get(learner);
		if (!woman) continue;
		const known = woman.missing ?? { lesson, clips: 0, sinceMs };
		const isMost = clips > (most.get(learner) ?? 0);
		if (isMost) most.set(learner, clips);
		woman.missing = {
			lesson: isMost ? lesson : known.lesson,
			clips: known.clips + clips,
			sinceMs: Math.min(known.sinceMs, sinceMs)
		};
	}
}
