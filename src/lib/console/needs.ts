import { DAY_MS } from './ago';
import type { GroupView, Stuck, WomanRow } from './group-view';

/** A woman who has sent nothing for longer may have no signal, no phone, or no courage: somebody should ask. */
export const QUIET_AFTER_DAYS = 14;
/** Who learned in this time is counted as active. */
export const ACTIVE_DAYS = 7;

export type Need = { woman: WomanRow; stuck: Stuck[]; quietDays: number | null };

/** The women who need the trainer, those stuck on a question or caught by a trick first, then by how long they have been quiet. */
export function needsOf(view: GroupView, nowMs: number): Need[] {
	return view.women
		.map((woman) => ({ woman, stuck: woman.stuck, quietDays: quietDays(woman, nowMs) }))
		.filter(({ woman, stuck, quietDays }) => stuck.length + woman.falls.length > 0 || quietDays !== null)
		.sort((a, b) => troublesOf(b) - troublesOf(a) || (b.quietDays ?? 0) - (a.quietDays ?? 0));
}

const troublesOf = ({ woman, stuck }: Need) => stuck.length + woman.falls.length;

/** For how many days she has been quiet, when that is too long; a woman who never joined is not quiet yet. */
export function quietDays({ lastSeenAtMs }: WomanRow, nowMs: number): number | null {
	if (lastSeenAtMs === null || nowMs - lastSeenAtMs <= QUIET_AFTER_DAYS * DAY_MS) return null;
	return Math.floor((nowMs - lastSeenAtMs) / DAY_MS);
}

export type Counts = {
	women: number;
	active: number;
	notJoined: number;
	noCard: number;
	lastSeenAtMs: number | null;
};

/** The few numbers at the head of a group's page. */
export function countsOf({ women }: GroupView, nowMs: number): Counts {
	const seen = women.flatMap(({ lastSeenAtMs }) => lastSeenAtMs ?? []);
	return {
		women: women.length,
		active: seen.filter((atMs) => nowMs - atMs <= ACTIVE_DAYS * DAY_MS).length,
		notJoined: women.filter((woman) => woman.phones + woman.revokedPhones === 0).length,
		noCard: women.filter((woman) => !woman.hasCard).length,
		lastSeenAtMs: seen.length === 0 ? null : Math.max(...seen)
	};
}
