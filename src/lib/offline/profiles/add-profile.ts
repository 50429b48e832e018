import { db } from '../database';
import type { Profile } from '../rows';
import { orTrouble, type Trouble } from '../trouble';
import type { ProfileKept } from './create-guest';
import { newProfile } from './new-profile';

/** One more woman on this phone; it is her turn at once. Works without a connection. */
export async function addProfile(
	who: Pick<Profile, 'name' | 'picture' | 'language'>,
	now: () => number = Date.now
): Promise<ProfileKept | Trouble> {
	return orTrouble(() =>
		db.transaction('rw', db.meta, db.profiles, async () => {
			const profile = newProfile(who, now());
			await db.profiles.add(profile);
			await db.meta.put({ key: 'current', value: profile.id });
			return { kind: 'kept' as const, profile };
		})
	);
}
