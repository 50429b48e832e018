import { pbCall } from '../pocketbase';
import type { Reached } from '../reach';

/** One time that she was in a group; `untilMs` null: she is in it. */
export type Membership = {
	group: Reached & { id: string; name: string };
	fromMs: number;
	untilMs: number | null;
};

/** When she was in which group: those she is in first, then what ended last. */
export async function membershipsOf(learner: string): Promise<Membership[]> {
	const path = `/api/banmay/learners/${learner}/memberships`;
	const { memberships } = await pbCall<{ memberships: Membership[] }>('GET', path);
	return memberships.map((row) => ({ ...row, untilMs: row.untilMs || null }));
}

/** A woman who was in a group and is not now. `groups`: in how many others she is. */
export type Leaver = { id: string; name: string; picture: string; untilMs: number; groups: number };

export async function leaversOf(group: string): Promise<Leaver[]> {
	return (await pbCall<{ women: Leaver[] }>('GET', `/api/banmay/groups/${group}/left`)).women;
}

/** `same`: it is so already. `stale`: she is not in `from` any more. `closed`: `to` was closed. */
export type Moved = 'kept' | 'same' | 'stale' | 'closed' | 'gone';

/** Puts her into the group `to`, takes her out of `from`, or both in one. What was stays in her history. */
export async function moveLearner(
	learner: string,
	{ from = '', to = '' }: { from?: string; to?: string },
	by: string
): Promise<Moved> {
	const path = `/api/banmay/learners/${learner}/move`;
	return (await pbCall<{ outcome: Moved }>('POST', path, { from, to, by })).outcome;
}
