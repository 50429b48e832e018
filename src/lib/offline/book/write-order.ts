import { orderProblem, tidyBuyer, type BookProblem } from '../../domain/book/limits';
import { monthOf } from '../../domain/book/month';
import type { OrderedName } from '../../domain/book/entry';
import type { Trouble } from '../trouble';
import { inBook } from './in-book';
import { takeFromStock } from './restock';

export type Problem = { kind: 'problem'; code: BookProblem };
export type NewOrder = {
	product: string | null;
	name: OrderedName;
	count: number;
	price: number;
	buyer: string;
	mark?: { blob: Blob; ms: number } | undefined;
};

/** Writes an order, and takes its goods out of the stock of her stall. @returns its id, and what is left in stock */
export async function writeOrder(
	profile: string,
	{ product, name, count, price, buyer, mark }: NewOrder,
	now: () => number = Date.now
): Promise<{ kind: 'kept'; id: string } | Problem | Trouble> {
	const code = orderProblem({ count, price });
	if (code) return { kind: 'problem', code };
	return inBook(
		profile,
		async (pen) => {
			const taken = await takeFromStock(pen, product, count);
			const id = await pen.write(
				{
					...{ kind: 'order', month: monthOf(pen.nowMs), product, name, count, price, taken },
					...{ buyer: tidyBuyer(buyer), voiceMs: mark?.ms ?? null }
				},
				mark?.blob
			);
			return { kind: 'kept' as const, id };
		},
		now
	);
}
