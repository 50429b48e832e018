import { db } from '../database';
import type { Profile } from '../rows';
import { isLocked } from './is-locked';

/** Gives the phone to another woman. Hers stays closed until her picture code was given (checkCode) since the
 * app was opened. */
export async function switchTo(
	profileId: string
): Promise<{ kind: 'switched'; profile: Profile } | { kind: 'locked' } | { kind: 'gone' }> {
	return db.transaction('rw', db.meta, db.profiles, async () => {
		const profile = await db.profiles.get(profileId);
		if (!profile) return { kind: 'gone' as const };
		if (isLocked(profile)) return { kind: 'locked' as const };
		await db.meta.put({ key: 'current', value: profileId });
		return { kind: 'switched' as const, profile };
	});
}
