import { db } from '../database';
import { countOwed } from '../count-owed';
import { forgetTries } from './code-tries';

/**
 * Takes a woman off this phone with all that it knows of her. What was not delivered would be lost: then
 * nothing happens and the number of events that wait is given, unless `withUndelivered` says that she knows.
 */
export async function removeProfile(
	profileId: string,
	{ withUndelivered = false } = {}
): Promise<{ kind: 'removed' } | { kind: 'waiting'; events: number }> {
	const { meta, profiles, events, progress, positions, badges } = db;
	return db.transaction('rw', [meta, profiles, events, progress, positions, badges], async () => {
		const waiting = await countOwed(profileId);
		if (waiting > 0 && !withUndelivered) return { kind: 'waiting' as const, events: waiting };
		const hers = { profile: profileId };
		for (const table of [events, progress, positions, badges]) await table.where(hers).delete();
		await profiles.delete(profileId);
		await forgetTries(profileId);
		if ((await meta.get('current'))?.value === profileId) await meta.delete('current');
		return { kind: 'removed' as const };
	});
}
