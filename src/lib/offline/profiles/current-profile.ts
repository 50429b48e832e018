import { db } from '../database';
import type { Profile } from '../rows';

/** Whose turn it is on this phone; undefined before the first language was picked. */
export async function currentProfile(): Promise<Profile | undefined> {
	return db.transaction('r', db.meta, db.profiles, async () => {
		const id = (await db.meta.get('current'))?.value;
		const named = typeof id === 'string' ? await db.profiles.get(id) : undefined;
		return named ?? (await db.profiles.toCollection().first());
	});
}
