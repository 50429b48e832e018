import { foldShop, SHOP_EVENT_KINDS, type Shop } from '../../domain/fold-shop';
import type { ShopSeen } from '../../domain/shop-seen';
import { db } from '../database';
import type { DraftRow, EventRow, Profile } from '../rows';
import { listDrafts } from './drafts';

/**
 * Her shop as this phone knows it. `waiting`: ids of products (and "stall") of which something has not been delivered;
 * `seen`: what the server last said of it.
 */
export type HerShop = {
	profile: Profile;
	shop: Shop;
	drafts: DraftRow[];
	seen: ShopSeen | null;
	waiting: ReadonlySet<string>;
};

export async function loadShop(profileId: string): Promise<HerShop | undefined> {
	const profile = await db.profiles.get(profileId);
	if (!profile) return undefined;
	const events = await db.events
		.where('[profile+kind]')
		.anyOf(SHOP_EVENT_KINDS.map((kind) => [profileId, kind]))
		.toArray();
	const shop = foldShop(events);
	const [drafts, seen, owed] = [
		await listDrafts(profileId),
		(await db.seenShops.get(profileId))?.seen ?? null,
		await db.outbox.where({ profile: profileId, owed: 1 }).toArray()
	];
	const waiting = waitingOf(profile, events, new Set(owed.map(({ sha256 }) => sha256)), shop);
	return { profile, shop, drafts, seen, waiting };
}

function waitingOf(profile: Profile, events: EventRow[], owed: Set<string>, shop: Shop): Set<string> {
	const undelivered = events.filter(
		({ device, seq }) => device === profile.device && seq > profile.watermark
	);
	const waiting = new Set(
		undelivered.map(({ data }) => ('product' in data ? (data.product ?? 'stall') : 'stall'))
	);
	for (const { id, photos, story, name } of shop.products)
		if ([...photos, story?.blob, name.voice?.blob].some((blob) => blob && owed.has(blob))) waiting.add(id);
	const ofStall = [shop.stall?.picture, shop.stall?.story?.blob];
	if (ofStall.some((blob) => blob && owed.has(blob))) waiting.add('stall');
	return waiting;
}
