import { liveQuery, type Subscription } from 'dexie';
import { db } from '../database';
import type { CarriedRow } from '../rows';

/** Tells what this phone carries for others, the newest first, now and whenever that changes. */
export function watchCarried(tell: (carried: CarriedRow[]) => void, fail: () => void): Subscription {
	return liveQuery(async () =>
		(await db.carried.toArray()).sort((a, b) => b.takenAtMs - a.takenAtMs)
	).subscribe({ next: tell, error: fail });
}
