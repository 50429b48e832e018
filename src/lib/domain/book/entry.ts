import type { ProductName } from '../product';

// What stands in a woman's book: only ever added to, never changed, so that two tabs, a battery that ends and a wrong tap
// lose nothing. It is on her phone alone (docs/decisions/0030-book.md).

export const STEPS = ['packed', 'sent', 'paid'] as const;
export type Step = (typeof STEPS)[number];
/** cancelled: before it was sent. returned: it came back, as when somebody who ordered does not take it. */
export const ENDS = ['cancelled', 'returned'] as const;
export type End = (typeof ENDS)[number];

export type Way = 'in' | 'out';
/** What money was for; each is a picture. Money of orders comes by itself. */
export const PURPOSES = {
	in: ['sold', 'other'],
	out: ['material', 'transport', 'food', 'other']
} as const;
export type Purpose = (typeof PURPOSES)[Way][number];

/** "2026-11" in Vietnam: the month to which something counts. */
export type Month = string;

/** What an order is of, as it was called then: the product may be changed or go. */
export type OrderedName = Pick<ProductName, 'text' | 'kind'>;

/** `taken`: pieces that it took out of the stock of her stall. */
export type BookFact =
	| {
			kind: 'order';
			month: Month;
			/** A product of her stall, or null. */
			product: string | null;
			name: OrderedName;
			count: number;
			/** For one, in đồng. */
			price: number;
			/** First name or whatever she likes; '' for none. */
			buyer: string;
			/** How long her voice says who bought; the recording lies beside the row. */
			voiceMs: number | null;
			taken: number;
	  }
	| { kind: 'step'; month: Month; of: string; step: Step | End; done: boolean; taken: number }
	| { kind: 'money'; month: Month; way: Way; amount: number; purpose: Purpose }
	/** Struck out as one does on paper, or no longer so. */
	| { kind: 'struck'; of: string; done: boolean; taken: number }
	/** It counts to another month. */
	| { kind: 'moved'; of: string; month: Month }
	/** Whether the number of her paid orders may leave the phone; `agreed` is the wording that was read to her. */
	| { kind: 'sharing'; yes: boolean; agreed: number };

/** `n`: its place in the book, from 1 without gaps; never the clock, which may be wrong, says what came after what. */
export type BookEntry = BookFact & { id: string; n: number; atMs: number };
