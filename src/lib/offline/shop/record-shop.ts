import type { Happening } from '../../domain/event';
import type { ShopEvent } from '../../domain/fold-shop';
import { recordWithBlobs } from '../outbox/record-with-blobs';
import type { Prepared } from '../outbox/prepare-blob';
import type { Trouble } from '../trouble';
import { loadShop } from './load-shop';

type ShopHappening = Extract<Happening, { kind: ShopEvent['kind'] }>;

/**
 * Keeps something that she did in her shop with the pictures and recordings that it names. It comes after everything
 * that this phone knows of the shop, whatever the clock says: what she changes while she sees it is never undone by it.
 */
export async function recordShop(
	profileId: string,
	happening: ShopHappening,
	blobs: Prepared[] = [],
	now: () => number = Date.now
): Promise<{ kind: 'kept' } | Trouble> {
	const lastAtMs = (await loadShop(profileId))?.shop.lastAtMs ?? 0;
	return recordWithBlobs(profileId, happening, blobs, () => Math.max(now(), lastAtMs + 1));
}
