import { db } from '../database';
import { isStaffKey } from './staff-key';

/** She has signed out: the women of her groups leave the phone. What is not told yet waits until she is back. */
export async function forgetStaff(): Promise<void> {
	await db.transaction('rw', db.rosters, db.gatherings, async () => {
		await db.rosters.filter(({ profile }) => isStaffKey(profile)).delete();
		await db.gatherings
			.where('profile')
			.startsWith('staff:')
			.filter(({ endedAtMs, toldAtMs }) => endedAtMs === null || toldAtMs !== null)
			.delete();
	});
}
