import type { TogetherForHer } from '../../domain/together';
import { db } from '../database';

/** Takes over the women of her groups, and what she heard in a group, inside the caller's read-write transaction over
 * profiles and rosters; undefined: they are those that are here. */
export async function keepTogether(profile: string, hers: TogetherForHer | undefined): Promise<void> {
	if (!hers) return;
	const { digest, groups, heard } = hers;
	await db.rosters.where({ profile }).delete();
	await db.rosters.bulkPut(groups.map((group) => ({ ...group, profile })));
	await db.profiles.update(profile, { together: digest, heardTogether: heard });
}
