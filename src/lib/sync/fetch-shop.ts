import type { ShopSeen } from '../domain/shop-seen';
import { db } from '../offline/database';
import { hasShop, keepSeen } from '../offline/shop/keep-seen';
import { request } from './request';

const PATIENCE_MS = 20_000;

/** Asks what the server says about her stall, where she has one. What does not come now comes with the next delivery. */
export async function fetchShop(profileId: string, fetch: typeof globalThis.fetch): Promise<void> {
	const profile = await db.profiles.get(profileId);
	if (!profile || !(await hasShop(profileId))) return;
	const address = `/api/stalls/mine?device=${profile.device}`;
	const answer = await request(address, {}, { fetch, patienceMs: PATIENCE_MS });
	// Without a line, or on a full phone, what it said last stands.
	if (answer.kind === 'answered') await keepSeen(profileId, answer.body as ShopSeen).catch(() => {});
}
