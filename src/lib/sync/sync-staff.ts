import { MOST_MEETINGS_A_CALL, type Roster } from '../domain/together';
import { db } from '../offline/database';
import { forgetStaff } from '../offline/together/forget-staff';
import { keepStaffRosters } from '../offline/together/keep-staff-rosters';
import { noteTold } from '../offline/together/note-told';
import { owedGatherings } from '../offline/together/owed-gatherings';
import { isStaffKey } from '../offline/together/staff-key';
import { post } from './post';

/** `signed_out`: nobody works here; her groups have left the phone. `refused`: the server would not take the call. */
export type StaffSync = { kind: 'done' | 'offline' | 'signed_out' | 'refused' };
type Answer = { staff: { id: string }; since: number; groups: Roster[]; told: string[] };

const PATIENCE_MS = 20_000;
const LOCK = 'ban-may-staff';

/**
 * Brings a trainer's phone and the server level: her groups come, what her groups did goes. Sent twice is told once,
 * so that a second tab does no harm where the browser has no locks.
 * @param asked a group to bring that is not named for her (a manager's)
 */
export async function syncStaff(fetch: typeof globalThis.fetch, asked?: string): Promise<StaffSync> {
	const locks = globalThis.navigator?.locks;
	return locks ? locks.request(LOCK, () => sync(fetch, asked)) : sync(fetch, asked);
}

async function sync(fetch: typeof globalThis.fetch, asked?: string): Promise<StaffSync> {
	const answer = await askRosters(fetch, asked);
	if ('kind' in answer) return answer;
	const owed = await owedGatherings(answer.staff.id, answer.told, answer.since);
	for (let from = 0; from < owed.length; from += MOST_MEETINGS_A_CALL) {
		const events = owed.slice(from, from + MOST_MEETINGS_A_CALL);
		const sent = await post('/api/meetings', { events }, fetch);
		if (sent.kind !== 'answered') return { kind: sent.kind === 'refused' ? 'refused' : 'offline' };
		const { taken, rejected } = sent.body as { taken: string[]; rejected: { id: string; reason: string }[] };
		await noteTold(taken, rejected);
	}
	await noteTold(answer.told, []);
	// The women who were written down have become learners.
	if (owed.length > 0) await askRosters(fetch, asked);
	return { kind: 'done' };
}

async function askRosters(fetch: typeof globalThis.fetch, asked?: string): Promise<Answer | StaffSync> {
	const known = await db.rosters.filter(({ profile }) => isStaffKey(profile)).toArray();
	const groups = new Set([...known.map(({ id }) => id), ...(asked ? [asked] : [])]);
	const query = [...groups].map((id) => `group=${id}`).join('&');
	try {
		const signal = AbortSignal.timeout(PATIENCE_MS);
		const response = await fetch(`/api/groups/rosters?${query}`, { credentials: 'same-origin', signal });
		if (response.status === 401 || response.status === 403) {
			await forgetStaff();
			return { kind: 'signed_out' };
		}
		const answer = (await response.json()) as Answer;
		if (!response.ok || !Array.isArray(answer.groups) || !Array.isArray(answer.told))
			return { kind: 'offline' };
		await keepStaffRosters(answer.staff.id, answer.groups);
		return answer;
	} catch {
		return { kind: 'offline' };
	}
}
