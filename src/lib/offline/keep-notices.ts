import type { NoticesForHer } from '../domain/sync';
import { db } from './database';

/** Takes over all notices that the server says are hers, inside the caller's read-write transaction over profiles and
 * notices; undefined: they are those that are here. Their files are fetched, and those that went are swept, later. */
export async function keepNotices(profile: string, hers: NoticesForHer | undefined): Promise<void> {
	if (!hers) return;
	await db.notices.where({ profile }).delete();
	await db.notices.bulkPut(hers.all.map((notice) => ({ profile, id: notice.id, notice })));
	await db.profiles.update(profile, { notices: hers.digest });
}
