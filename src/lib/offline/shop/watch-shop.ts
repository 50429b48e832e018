import { liveQuery, type Subscription } from 'dexie';
import { currentProfile } from '../profiles/current-profile';
import { loadShop, type HerShop } from './load-shop';

/** Tells her shop: now, and whenever something of it changes or is delivered, in this tab or in another.
 * @param fail told when the database can no longer be read; nothing is told after it */
export function watchShop(tell: (shop: HerShop | undefined) => void, fail: () => void): Subscription {
	return liveQuery(async () => {
		const profile = await currentProfile();
		return profile && loadShop(profile.id);
	}).subscribe({ next: tell, error: fail });
}
