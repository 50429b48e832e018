import { Dexie, type Collection } from 'dexie';
import { db } from './database';
import type { EventRow, Profile } from './rows';

/** Her own events above the server's watermark, in order: what is owed to the server. Refused ones below it
 * were noted by the server; above it they are sent again, since a restored server may have lost the note. */
export function owedEvents(
	profile: Pick<Profile, 'id' | 'device' | 'watermark'>
): Collection<EventRow, [string, string]> {
	const from = [profile.id, profile.device, profile.watermark + 1];
	return db.events.where('[profile+device+seq]').between(from, [profile.id, profile.device, Dexie.maxKey]);
}
