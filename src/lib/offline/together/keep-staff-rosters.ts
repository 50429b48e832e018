import type { Roster } from '../../domain/together';
import { db } from '../database';
import { isStaffKey, staffKey } from './staff-key';

/** Keeps the groups of who is signed in here, and of nobody who was before her. */
export async function keepStaffRosters(staff: string, groups: Roster[]): Promise<void> {
	const profile = staffKey(staff);
	await db.transaction('rw', db.rosters, async () => {
		await db.rosters.filter((row) => isStaffKey(row.profile)).delete();
		await db.rosters.bulkPut(groups.map((group) => ({ ...group, profile })));
	});
}
