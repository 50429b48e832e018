import type { SignedBadge } from '../domain/badge';
import { db } from '../offline/database';

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
	try {
		const response = await fetch(`/api/badges/${id}?device=${device}`);
		return response.ok ? ((await response.json()) as SignedBadge) : undefined;
	} catch {
		return undefined;
	}
}
