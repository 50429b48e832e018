import { isPaid } from '../../domain/book/fold-book';
import { SHARING_VERSION } from '../../domain/order-shared';
import { appendEvent } from '../append-event';
import { awardBadges } from '../award-badges';
import { db } from '../database';
import { newId } from '../new-id';
import { loadBook } from './load-book';

/**
 * Tells of each paid order that was not told yet, once, inside the book's transaction; nothing where she has not said
 * yes. What may complete a badge gives it.
 */
export async function sharePaid(profile: string, now: () => number): Promise<void> {
	const book = await loadBook(profile);
	if (!book.sharing) return;
	const told = await toldOrders(profile);
	const due = book.orders.filter((order) => isPaid(order) && !told.has(order.id));
	for (const { id: order, product, paid } of due) {
		const data = { order, product, step: 'paid', agreed: SHARING_VERSION } as const;
		await appendEvent(profile, { kind: 'order.recorded', data }, paid?.atMs ?? now(), newId());
	}
	if (due.length > 0) await awardBadges(profile, now);
}

/** Ids of the orders that were told, from whichever phone. */
export async function toldOrders(profile: string): Promise<Set<string>> {
	const told = await db.events.where('[profile+kind]').equals([profile, 'order.recorded']).toArray();
	return new Set(told.flatMap((event) => (event.kind === 'order.recorded' ? [event.data.order] : [])));
}
