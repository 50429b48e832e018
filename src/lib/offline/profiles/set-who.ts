import { db } from '../database';
import type { Profile } from '../rows';

/** Changes the name and picture by which she is called on this phone. */
export async function setWho(profileId: string, who: Pick<Profile, 'name' | 'picture'>): Promise<void> {
	await db.profiles.update(profileId, who);
}
