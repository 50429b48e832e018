import type { ShopSeen } from '../domain/shop-seen';
import { db } from '../offline/database';
import { hasShop, keepSeen } from '../offline/shop/keep-seen';

/** Asks what the server says about her stall, where she has one. What does not come now comes with the next delivery. */
export async function fetchShop(profileId: string, fetch: typeof globalThis.fetch): Promise<void> {
	const profile = await db.profiles.get(profileId);
	if (!profile || !(await hasShop(profileId))) return;
	try {
		const response = await fetch(`/api/stalls/mine?device=${profile.device}`);
		if (response.ok) await keepSeen(profileId, (await response.json()) as ShopSeen);
	} catch {
		// Without a line what it said last stands.
	}
}
