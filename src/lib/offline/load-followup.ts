import { FOLLOWUP_KINDS, followUpDue, type FollowUpDue, type FollowUpEvent } from '../domain/followup';
import { db } from './database';

/** What she may be asked now, after a course of hers. Reads the phone's database and nothing else; null: nothing. */
export async function loadFollowUp(profileId: string, nowMs = Date.now()): Promise<FollowUpDue | null> {
	return db.transaction('r', [db.profiles, db.events], async () => {
		const profile = await db.profiles.get(profileId);
		if (!profile) return null;
		const events = (await db.events
			.where('[profile+kind]')
			.anyOf(FOLLOWUP_KINDS.map((kind): [string, string] => [profileId, kind]))
			.toArray()) as unknown as FollowUpEvent[];
		return followUpDue(events, profile.device, nowMs);
	});
}
