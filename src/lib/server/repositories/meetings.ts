import type { Gathering, Hands, Roster } from '$lib/domain/together';
import { pbCall } from '../pocketbase';

/** What a member of staff's phone tells, checked. */
export type ToldGathering = { id: string; at: number } & Gathering;

/** A meeting as the group's page lists it. `lesson` is '' for a meeting without one, `present` the women who were
 * there, by id; `here` counts also those who are not known. */
export type Meeting = {
	id: string;
	lesson: string;
	atMs: number;
	receivedAtMs: number;
	teller: string;
	tellerKind: 'staff' | 'learner';
	note: string;
	here: number;
	hands: Hands[];
	present: string[];
};

/** A woman who was written down on a phone, until a trainer has looked. */
export type NewcomerToCheck = {
	learner: string;
	name: string;
	picture: string;
	addedAtMs: number;
	teller: string;
	tellerKind: 'staff' | 'learner';
	phones: number;
};

/** What one woman heard in a group; a lesson of '' is a meeting without one. */
export type HeardInGroup = { lesson: string; times: number; firstAtMs: number; lastAtMs: number };

/** Keeps what a member of staff told: all of it or nothing, and each once. Who may tell it is asked before. */
export async function keepMeetings(teller: string, events: ToldGathering[]): Promise<void> {
	await pbCall('POST', '/api/banmay/meetings', { teller, events: JSON.stringify(events) });
}

/** The women of these groups by name and picture, and which meetings of this teller have come since a time. */
export async function rostersOf(
	groups: string[],
	teller: string,
	since: number
): Promise<{ groups: Roster[]; told: string[] }> {
	return pbCall('POST', '/api/banmay/rosters', { groups: JSON.stringify(groups), teller, since });
}

/** The newest first, at most two hundred; and the newcomers of the group whom no trainer has looked at. */
export async function meetingsOfGroup(
	group: string
): Promise<{ meetings: Meeting[]; newcomers: NewcomerToCheck[] }> {
	return pbCall('GET', `/api/banmay/groups/${group}/meetings`);
}

export async function heardInGroup(learner: string): Promise<HeardInGroup[]> {
	const { heard } = await pbCall<{ heard: HeardInGroup[] }>(
		'GET',
		`/api/banmay/learners/${learner}/together`
	);
	return heard;
}

/** `has_own`: she has a phone or answers of her own, and stays who she is. `gone`: somebody else was quicker. */
export type NewcomerChecked = 'kept' | 'merged' | 'has_own' | 'gone';

/** A newcomer stays (`into` ''), or becomes another woman of the group with all that she heard. */
export async function checkNewcomer(learner: string, group: string, into: string): Promise<NewcomerChecked> {
	const path = `/api/banmay/newcomers/${learner}/check`;
	const { outcome } = await pbCall<{ outcome: NewcomerChecked }>('POST', path, { group, into });
	return outcome;
}
