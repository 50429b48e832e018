import type { End, Step } from '../../domain/book/entry';
import { isLive, type Order } from '../../domain/book/fold-book';
import { monthOf } from '../../domain/book/month';
import type { Trouble } from '../trouble';
import { inBook, type Pen } from './in-book';
import { takeFromStock } from './restock';
import { sharePaid } from './share-paid';
import type { Problem } from './write-order';

/** What is said of an order; `struck`: that it should not be in the book. */
export type Mark = { step: Step | End | 'struck'; done: boolean };

/**
 * Says or takes back that an order was packed, sent, paid, called off, came back, or was written by mistake. Goods go
 * back into the stock of her stall with what is off, and out of it again when that is taken back. Said twice, as from
 * two tabs, it is said once.
 */
export async function markOrder(
	profile: string,
	order: string,
	mark: Mark,
	now: () => number = Date.now
): Promise<{ kind: 'kept' } | Problem | Trouble> {
	return inBook(
		profile,
		async (pen): Promise<{ kind: 'kept' } | Problem> => {
			const before = pen.book.orders.find(({ id }) => id === order);
			if (!before) return { kind: 'problem', code: 'gone' };
			if (isAlready(before, mark)) return { kind: 'kept' };
			if (!isLive(before) && isStep(mark.step)) return { kind: 'problem', code: 'ended' };
			const taken = await settleStock(pen, before, mark);
			await pen.write(
				mark.step === 'struck'
					? { kind: 'struck', of: order, done: mark.done, taken }
					: { kind: 'step', of: order, step: mark.step, done: mark.done, taken, month: monthOf(pen.nowMs) }
			);
			if (mark.step !== 'packed' && mark.step !== 'sent') await sharePaid(profile, () => pen.nowMs);
			return { kind: 'kept' };
		},
		now
	);
}

const isStep = (step: Mark['step']): step is Step => step === 'packed' || step === 'sent' || step === 'paid';

function isAlready({ packed, sent, paid, ended, struck }: Order, { step, done }: Mark): boolean {
	if (step === 'struck') return struck === done;
	if (!isStep(step)) return (ended === step) === done;
	return { packed, sent, paid: paid !== null }[step] === done;
}

/** @returns how many pieces it takes out of stock by being live again */
async function settleStock(pen: Pen, before: Order, { step, done }: Mark): Promise<number> {
	if (isStep(step)) return 0;
	const after = step === 'struck' ? { ...before, struck: done } : { ...before, ended: done ? step : null };
	if (isLive(after) === isLive(before)) return 0;
	if (isLive(after)) return takeFromStock(pen, before.product, before.count);
	await takeFromStock(pen, before.product, -before.held);
	return 0;
}
