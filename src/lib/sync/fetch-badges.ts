import type { SignedBadge } from '../domain/badge';
import { db } from '../offline/database';
import { request } from './request';

/** A signed badge has 5 kB. */
const PATIENCE_MS = 20_000;

/**
 * Brings what was signed of her badges to the phone, each once, so that she can show them without a network. What
 * does not come now comes with the next delivery.
 */
export async function fetchBadges(profileId: string, fetch: typeof globalThis.fetch): Promise<void> {
	const profile = await db.profiles.get(profileId);
	if (!profile) return;
	for (const badge of await db.badges.where('profile').equals(profileId).toArray()) {
		if (!badge.id || badge.signed) continue;
		const signed = await fetchOne(badge.id, profile.device, fetch);
		if (signed) await db.badges.update([profileId, badge.course], { signed });
	}
}

async function fetchOne(
	id: string,
	device: string,
	fetch: typeof globalThis.fetch
): Promise<SignedBadge | undefined> {
	const answer = await request(`/api/badges/${id}?device=${device}`, {}, { fetch, patienceMs: PATIENCE_MS });
	return answer.kind === 'answered' ? (answer.body as SignedBadge) : undefined;
}
