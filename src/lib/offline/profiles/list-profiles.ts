import { db } from '../database';
import type { Profile } from '../rows';

/** Everybody on this phone, in the order in which they came. */
export async function listProfiles(): Promise<Profile[]> {
	const profiles = await db.profiles.toArray();
	return profiles.sort((a, b) => a.createdAtMs - b.createdAtMs);
}
