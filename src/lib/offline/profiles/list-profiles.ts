import { db } from '../database';
import type { Profile } from '../rows';
import { settleCodeReset } from './request-code-reset';

/** Everybody on this phone, in the order in which they came; forgotten codes whose day is over are gone. */
export async function listProfiles(now: () => number = Date.now): Promise<Profile[]> {
	const guarded = await db.profiles.filter((profile) => profile.code !== null).primaryKeys();
	for (const id of guarded) await settleCodeReset(id, now);
	const profiles = await db.profiles.toArray();
	return profiles.sort((a, b) => a.createdAtMs - b.createdAtMs);
}
