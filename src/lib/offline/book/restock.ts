import { foldShop, SHOP_EVENT_KINDS } from '../../domain/fold-shop';
import { MAX_STOCK } from '../../domain/product';
import { appendEvent } from '../append-event';
import { db } from '../database';
import { newId } from '../new-id';
import type { Pen } from './in-book';

/**
 * Takes goods out of the stock of her stall, or puts them back (below zero), inside the book's transaction. Buyers see the
 * new count as if she had counted herself; that it was an order is not said.
 * @returns how many were taken: what is not there cannot be
 */
export async function takeFromStock(
	{ profile, nowMs }: Pick<Pen, 'profile' | 'nowMs'>,
	product: string | null,
	pieces: number
): Promise<number> {
	if (!product || pieces === 0) return 0;
	const shop = foldShop(await shopEvents(profile));
	const found = shop.products.find(({ id }) => id === product);
	if (!found) return 0;
	const stock = Math.min(MAX_STOCK, Math.max(0, found.stock - pieces));
	if (stock === found.stock) return 0;
	// After everything that is known of the shop, whatever the clock says (record-shop.ts).
	const atMs = Math.max(nowMs, shop.lastAtMs + 1);
	await appendEvent(profile, { kind: 'product.restocked', data: { product, stock } }, atMs, newId());
	return found.stock - stock;
}

const shopEvents = (profile: string) =>
	db.events
		.where('[profile+kind]')
		.anyOf(SHOP_EVENT_KINDS.map((kind) => [profile, kind]))
		.toArray();
