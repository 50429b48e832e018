import { NEED_RULES } from '$lib/domain/needs';
import { DAY_MS } from './ago';
import type { GroupView } from './group-view';

/** Who learned in this time is counted as active. */
export const ACTIVE_DAYS = 7;

/** Whether she has been quiet for so long that somebody should ask. */
export const isQuiet = ({ lastSeenAtMs }: { lastSeenAtMs: number | null }, nowMs: number): boolean =>
	lastSeenAtMs !== null && nowMs - lastSeenAtMs > NEED_RULES.quiet.afterDays * DAY_MS;

export type Counts = {
	women: number;
	active: number;
	notJoined: number;
	noCard: number;
	lastSeenAtMs: number | null;
};

/** The few numbers at the head of a group's page. */
export function countsOf({ women }: Pick<GroupView, 'women'>, nowMs: number): Counts {
	const seen = women.flatMap(({ lastSeenAtMs }) => lastSeenAtMs ?? []);
	return {
		women: women.length,
		active: seen.filter((atMs) => nowMs - atMs <= ACTIVE_DAYS * DAY_MS).length,
		notJoined: women.filter((woman) => woman.phones + woman.revokedPhones === 0).length,
		noCard: women.filter((woman) => !woman.hasCard).length,
		lastSeenAtMs: seen.length === 0 ? null : Math.max(...seen)
	};
}
