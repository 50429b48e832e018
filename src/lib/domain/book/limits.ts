import { MAX_PRICE, MIN_PRICE, priceProblem } from '../price';

export const MAX_COUNT = 10_000;
/** Below ten billion: beyond it somebody has tapped too often, and nobody could say the number. */
export const MAX_TOTAL = 9_999_999_999;
export const MAX_BUYER = 40;
/** Long enough for "chị Hoa ở chợ Mường Khương". */
export const MAX_MARK_MS = 6_000;

/** Why something cannot be written (`book.problem.<code>`). `gone`: what it is about is not in the book. */
export type BookProblem = 'low' | 'high' | 'whole' | 'count' | 'gone' | 'ended';

export const moneyProblem = (amount: unknown): BookProblem | null => priceProblem(amount);

export function orderProblem({ count, price }: { count: number; price: number }): BookProblem | null {
	if (!Number.isInteger(count) || count < 1 || count > MAX_COUNT) return 'count';
	return priceProblem(price) ?? (count * price > MAX_TOTAL ? 'high' : null);
}

export { MAX_PRICE, MIN_PRICE };

/** Amounts added: never more than what is counted exactly. */
export const plus = (a: number, b: number): number => Math.min(Number.MAX_SAFE_INTEGER, a + b);

/** What she writes of a buyer, in one line; whatever signs it has stay a name. */
export const tidyBuyer = (raw: string): string =>
	[
		...raw
			.normalize('NFC')
			.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
			.trim()
	]
		.slice(0, MAX_BUYER)
		.join('');
