import type { Language } from '../../domain/language';
import { db } from '../database';
import type { Profile } from '../rows';
import { orTrouble, type Trouble } from '../trouble';
import { currentProfile } from './current-profile';
import { newProfile } from './new-profile';

/** A guest's picture until she picks her own. */
const GUEST_PICTURE = 'sunflower';

export type ProfileKept = { kind: 'kept'; profile: Profile };

/** The phone's first profile, made when a language is picked. Where there is one already (another tab was
 * faster), that one is given and nothing changes. */
export async function createGuest(
	language: Language,
	now: () => number = Date.now
): Promise<ProfileKept | Trouble> {
	return orTrouble(() =>
		db.transaction('rw', db.meta, db.profiles, async () => {
			const known = await currentProfile();
			if (known) return { kind: 'kept' as const, profile: known };
			const profile = newProfile({ name: null, picture: GUEST_PICTURE, language }, now());
			await db.profiles.add(profile);
			await db.meta.put({ key: 'current', value: profile.id });
			return { kind: 'kept' as const, profile };
		})
	);
}
