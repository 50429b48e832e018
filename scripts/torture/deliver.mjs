import { registerDevice, syncOnce } from './sync-once.mjs';

/** The device twice renewed in one go means that something else is wrong. */
const FORKS_A_RUN = 2;

/**
 * Brings one profile and the server level, as src/lib/sync/deliver.ts does.
 * @param {import('./phone.mjs').Phone} phone
 * @param {import('./profile.mjs').Profile} profile
 * @returns {Promise<'delivered' | 'stuck' | Exclude<import('./phone.mjs').Answer['kind'], 'answered'>>}
 */
export async function deliver(phone, profile) {
	for (let forks = 0; ;) {
		if (!profile.hasJoined) return 'not_joined';
		const known = await registerDevice(phone, profile);
		if (known !== 'answered') return known;
		const { watermark, cursor } = profile;
		const synced = await syncOnce(phone, profile, profile.owed());
		if (synced.kind === 'outdated') continue;
		if (synced.kind === 'renewed') {
			if (++forks > FORKS_A_RUN) return 'refused';
			continue;
		}
		if (synced.kind !== 'applied') return synced.kind;
		const { answer } = synced;
		if (profile.owes > 0 && answer.watermark === watermark) return 'stuck';
		const read = answer.changes.more && answer.changes.cursor !== cursor;
		if (profile.owes === 0 && !read && answer.watermark >= watermark) return 'delivered';
	}
}
