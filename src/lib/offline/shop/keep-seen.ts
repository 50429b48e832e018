import type { ShopSeen } from '../../domain/shop-seen';
import { db } from '../database';

export async function keepSeen(profile: string, seen: ShopSeen, now: () => number = Date.now): Promise<void> {
	await db.seenShops.put({ profile, seen, atMs: now() });
}

/** Whether she has anything that the server may have a word about. */
export async function hasShop(profile: string): Promise<boolean> {
	const kinds = ['stall.changed', 'product.offered'];
	return (
		(await db.events
			.where('[profile+kind]')
			.anyOf(kinds.map((kind) => [profile, kind]))
			.count()) > 0
	);
}
