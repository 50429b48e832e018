import type { Month } from '../../domain/book/entry';
import { isMonth } from '../../domain/book/month';
import type { Trouble } from '../trouble';
import { inBook } from './in-book';
import type { Problem } from './write-order';

/** Lets an order or an amount count to another month: it was written late, or by a clock that was wrong. */
export async function moveLine(
	profile: string,
	of: string,
	month: Month,
	now: () => number = Date.now
): Promise<{ kind: 'kept' } | Problem | Trouble> {
	return inBook(
		profile,
		async (pen): Promise<{ kind: 'kept' } | Problem> => {
			const isThere = [...pen.book.orders, ...pen.book.money].some(({ id }) => id === of);
			if (!isThere || !isMonth(month)) return { kind: 'problem', code: 'gone' };
			await pen.write({ kind: 'moved', of, month });
			return { kind: 'kept' };
		},
		now
	);
}
