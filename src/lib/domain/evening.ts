import { needKey, type InNeed, type Need } from './needs';
import { dayInVietnam } from './week';

const DAY_MS = 86_400_000;

export const MARKS = ['done', 'later'] as const;
/** What a trainer has said to a need: dealt with, or another day. */
export type NeedMark = { learner: string; need: string; mark: (typeof MARKS)[number]; atMs: number };

/** How long what was dealt with stays away when nothing new happens: then it is looked at once more. */
export const LOOK_AGAIN_DAYS = 7;

/**
 * Whether a need stands on tonight's list. Another day: from the next midnight in Vietnam. Dealt with: when it
 * happened again since, or is still there a week later.
 */
export function stands(need: Need, mark: NeedMark | undefined, nowMs: number): boolean {
	if (!mark) return true;
	if (mark.mark === 'later') return dayInVietnam(nowMs) > dayInVietnam(mark.atMs);
	return newestMs(need) > mark.atMs || nowMs - mark.atMs >= LOOK_AGAIN_DAYS * DAY_MS;
}

/** When the trouble last showed itself, as far as it is an event; a state that lasts has no newer moment. */
function newestMs(need: Need): number {
	if (need.kind === 'stuck') return need.lastAtMs;
	return need.kind === 'fell' ? need.sinceMs : 0;
}

/** Women with the needs that stand tonight, in the order given. */
export function tonight<W extends { id: string }>(
	inNeed: readonly InNeed<W>[],
	marks: readonly NeedMark[],
	nowMs: number
): InNeed<W>[] {
	const byKey = new Map(marks.map((mark) => [`${mark.learner} ${mark.need}`, mark]));
	return inNeed.flatMap(({ woman, needs }) => {
		const [first, ...others] = needs.filter((need) =>
			stands(need, byKey.get(`${woman.id} ${needKey(need)}`), nowMs)
		);
		return first ? [{ woman, needs: [first, ...others] as [Need, ...Need[]] }] : [];
	});
}
