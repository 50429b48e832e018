import { liveQuery, type Subscription } from 'dexie';
import { countOwed } from '../offline/count-owed';
import { db } from '../offline/database';
import { currentProfile } from '../offline/profiles/current-profile';
import type { Profile } from '../offline/rows';

export type Waiting = {
	profile: Profile | undefined;
	/** Her events, recordings and pictures that wait. */
	waiting: number;
	/** The same of everybody on this phone whom the server would hear. */
	onPhone: number;
};

/** Tells what waits, now and whenever it changes, in this tab or another. */
export function watchWaiting(tell: (waiting: Waiting) => void): Subscription {
	return liveQuery(countWaiting).subscribe({ next: tell, error: () => {} });
}

async function countWaiting(): Promise<Waiting> {
	return db.transaction('r', [db.meta, db.profiles, db.events, db.outbox, db.carried], async () => {
		const profile = await currentProfile();
		// What is carried for others wakes the line as her own does.
		let onPhone = await db.carried.where({ state: 'waiting' }).count();
		for (const { id, learner, revoked } of await db.profiles.toArray())
			if (learner && !revoked) onPhone += await countOwed(id);
		return { profile, waiting: profile ? await countOwed(profile.id) : 0, onPhone };
	});
}
