import { db } from '../offline/database';
import { soon } from '../offline/soon';
import { isKeyDue } from './carry/is-key-due';
import { nameKey } from './carry/name-key';
import { fetchBadges } from './fetch-badges';
import { fetchMedia } from './fetch-media';
import { fetchShop } from './fetch-shop';

/**
 * What follows a delivery, for the profiles that were delivered ('carried' for others is nobody's): badges signed
 * meanwhile, the name of the phone's key, what the server says of her stall. Files and newer versions are not waited
 * for: on a slow line a voice or a lesson takes a minute, and what she does meanwhile goes first.
 */
export async function afterDelivery(
	ids: string[],
	fetch: typeof globalThis.fetch,
	now: () => number
): Promise<void> {
	const profiles = (await db.profiles.bulkGet(ids)).filter((profile) => profile !== undefined);
	for (const { id, device } of profiles) {
		await fetchBadges(id, fetch);
		if (await isKeyDue(device, now)) await nameKey(id, fetch, now);
		if (await hasStall(id)) await fetchShop(id, fetch);
	}
	soon('newer versions', async () => (await import('./fetch-renewed')).fetchRenewed(fetch));
	void fetchMedia(
		profiles.map(({ id }) => id),
		fetch
	);
}

const hasStall = async (profile: string) =>
	(await db.events.where('[profile+kind]').equals([profile, 'product.offered']).count()) > 0;
