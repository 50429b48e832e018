import * as v from 'valibot';
import { Ulid } from './ulid';

/** What was read to her before she agreed to share how many orders she has (`book.share.agree`); another wording is
 * another number. */
export const SHARING_VERSION = 1;

/**
 * One order of her book that was paid, told because she said yes to it; `at` of its event is when it was paid. Never who
 * bought, for how much, or a note: those stay in the book on her phone (docs/decisions/0030-book.md).
 */
export const OrderShared = v.object({
	/** The order's id in her book: told twice it is one order. */
	order: Ulid,
	/** A product of her stall; null: something that is not in it. */
	product: v.nullable(Ulid),
	step: v.literal('paid'),
	agreed: v.literal(SHARING_VERSION)
});
