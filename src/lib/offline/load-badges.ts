import type { Badge } from '../domain/badge';
import { db } from './database';

/** Her badges, the earliest first. */
export async function loadBadges(profileId: string): Promise<Badge[]> {
	const rows = await db.badges.where({ profile: profileId }).toArray();
	return rows.map(({ profile: _profile, ...badge }) => badge).sort((a, b) => a.earnedAtMs - b.earnedAtMs);
}
