import { db } from '../database';
import { forgetTries } from './code-tries';

/**
 * Takes a woman off this phone with all that it knows of her. What was not delivered (`countOwed`) is lost with
 * it: say so before.
 */
export async function removeProfile(profileId: string): Promise<void> {
	const around = [db.rosters, db.gatherings, db.accounts, db.book];
	const {
		meta,
		profiles,
		events,
		progress,
		positions,
		badges,
		notices,
		cardDays,
		outbox,
		drafts,
		seenShops
	} = db;
	const hers = [events, progress, positions, badges, notices, cardDays, outbox, drafts, seenShops];
	await db.transaction('rw', [meta, profiles, db.deviceKeys, ...hers, ...around], async () => {
		const device = (await profiles.get(profileId))?.device;
		if (device) await db.deviceKeys.delete(device);
		for (const table of around) await table.where({ profile: profileId }).delete();
		for (const table of hers) await table.where({ profile: profileId }).delete();
		await profiles.delete(profileId);
		await forgetTries(profileId);
		if ((await meta.get('current'))?.value === profileId) await meta.delete('current');
	});
}
