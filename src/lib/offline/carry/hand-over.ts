import { db } from '../database';

/** She has seen that another phone took her events up to this number. They stay owed: only the server confirms. */
export async function handOver(profileId: string, upTo: number, now: () => number = Date.now): Promise<void> {
	await db.transaction('rw', db.profiles, async () => {
		const profile = await db.profiles.get(profileId);
		if (!profile) return;
		const before = profile.handedOver?.device === profile.device ? profile.handedOver.upTo : 0;
		const handedOver = { device: profile.device, upTo: Math.max(before, upTo), atMs: now() };
		await db.profiles.update(profileId, { handedOver });
	});
}
