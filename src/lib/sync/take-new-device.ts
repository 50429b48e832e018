import { db } from '../offline/database';
import { newId } from '../offline/new-id';
import { owedEvents } from '../offline/owed-events';

/**
 * After a fork: the profile becomes a new device, its owed events are numbered from 1 under it (their ids stay,
 * so that one which did arrive is known), and her history is asked for anew. One transaction; a profile that
 * another tab renewed meanwhile is left alone.
 */
export async function takeNewDevice(profileId: string, forked: string): Promise<void> {
	await db.transaction('rw', db.profiles, db.events, async () => {
		const profile = await db.profiles.get(profileId);
		if (profile?.device !== forked) return;
		const owed = await owedEvents(profile).toArray();
		const device = newId();
		await db.events.bulkPut(owed.map((event, index) => ({ ...event, device, seq: index + 1 })));
		await db.profiles.update(profileId, {
			device,
			// A device that the server never came to know leads nowhere: keep the one it knows.
			forkedFrom: profile.forkedFrom ?? forked,
			nextSeq: owed.length + 1,
			watermark: 0,
			cursor: 0
		});
	});
}
