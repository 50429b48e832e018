import { db } from '../offline/database';
import { newId } from '../offline/new-id';
import { owedEvents } from '../offline/owed-events';

/**
 * After a fork: the profile becomes a new device, everything it did is numbered from 1 under it (the ids stay, so
 * that the server knows again what did arrive), and her history is asked for anew. Also what was delivered: some of
 * it may have been delivered to a server that was put back to an older copy since, and from now on nobody else might
 * send it. One transaction; a profile that another tab renewed meanwhile is left alone.
 */
export async function takeNewDevice(profileId: string, forked: string): Promise<void> {
	await db.transaction('rw', db.profiles, db.events, async () => {
		const profile = await db.profiles.get(profileId);
		if (profile?.device !== forked) return;
		const own = await owedEvents({ ...profile, watermark: 0 }).toArray();
		const device = newId();
		await db.events.bulkPut(own.map((event, index) => ({ ...event, device, seq: index + 1 })));
		await db.profiles.update(profileId, {
			device,
			// A device that the server never came to know leads nowhere: keep the one it knows.
			forkedFrom: profile.forkedFrom ?? forked,
			nextSeq: own.length + 1,
			watermark: 0,
			cursor: 0
		});
	});
}
