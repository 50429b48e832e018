import { db } from '../database';
import { forgetTries } from './code-tries';

/**
 * Takes a woman off this phone with all that it knows of her. What was not delivered (`countOwed`) is lost with
 * it: say so before.
 */
export async function removeProfile(profileId: string): Promise<void> {
	const { meta, profiles, events, progress, positions, badges, notices, cardDays, outbox, drafts, seenShops } = db;
	const hers = [events, progress, positions, badges, notices, cardDays, outbox, drafts, seenShops];
	await db.transaction('rw', [meta, profiles, ...hers], async () => {
		for (const table of hers) await table.where({ profile: profileId }).delete();
		await profiles.delete(profileId);
		await forgetTries(profileId);
		if ((await meta.get('current'))?.value === profileId) await meta.delete('current');
	});
}
