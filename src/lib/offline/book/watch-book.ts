import { liveQuery, type Subscription } from 'dexie';
import type { Book } from '../../domain/book/fold-book';
import { monthOf, writtenAtMs } from '../../domain/book/month';
import type { Month } from '../../domain/book/entry';
import type { Product } from '../../domain/fold-shop';
import { likelyMs } from '../../domain/notice-rules';
import { clockOf } from '../clock-of';
import { currentProfile } from '../profiles/current-profile';
import type { Profile } from '../rows';
import { loadShop } from '../shop/load-shop';
import { loadBook } from './load-book';
import { toldOrders } from './share-paid';

/** Her book with her goods. `month`: the one that it is now. `told`: how many of her orders left the phone. */
export type HerBook = { profile: Profile; book: Book; products: Product[]; month: Month; told: number };

/** Tells her book: now, and whenever something of it changes, in this tab or in another.
 * @param fail told when the database can no longer be read; nothing is told after it */
export function watchBook(
	tell: (her: HerBook | undefined) => void,
	fail: () => void,
	now: () => number = Date.now
): Subscription {
	return liveQuery(async (): Promise<HerBook | undefined> => {
		const profile = await currentProfile();
		if (!profile) return undefined;
		const book = await loadBook(profile.id);
		const products = (await loadShop(profile.id))?.shop.products ?? [];
		const month = monthOf(writtenAtMs(likelyMs(await clockOf(profile.id, now())), book));
		return { profile, book, products, month, told: (await toldOrders(profile.id)).size };
	}).subscribe({ next: tell, error: fail });
}
