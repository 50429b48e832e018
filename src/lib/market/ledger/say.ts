import type { Month, OrderedName } from '$lib/domain/book/entry';
import { isLive, nextStep, totalOf, type Order } from '$lib/domain/book/fold-book';
import type { Line, MonthPicture } from '$lib/domain/book/month';
import type { Params, Sayable } from '$lib/i18n/fill';
import type { MessageKey, Messages } from '$lib/i18n/messages.svelte';
import type { Said } from '$lib/voice/said';
import { saidName } from '../stall/product-name';

/** A message inside another one. */
export const sayable = (messages: Messages, key: MessageKey): Sayable => ({
	text: messages.t(key),
	say: [messages.t(key)]
});

const isOfProduct = ({ kind, text }: OrderedName): boolean => Boolean(kind ?? text);
export const nameOf = (name: OrderedName, messages: Messages) =>
	isOfProduct(name) ? saidName(name, messages) : sayable(messages, 'sell.name.unnamed');

/** "tháng mười một", with its year where that is not this one. */
export function saidMonth(month: Month, now: Month, messages: Messages): Sayable {
	const key = `book.m.${month.slice(5)}` as MessageKey;
	const word = messages.t(key);
	if (month.slice(0, 4) === now.slice(0, 4)) return { text: word, say: [word] };
	const year = Number(month.slice(0, 4));
	const text = messages.t('book.month.ofYear', { month: word, year: String(year) });
	return { text, say: [word, ...(messages.language === 'vi' ? ['năm'] : []), year] };
}

export type OrderState =
	'written' | 'packed' | 'sent' | 'paid' | 'done' | 'cancelled' | 'returned' | 'struck';
export function stateOf(order: Order): OrderState {
	if (order.struck) return 'struck';
	if (order.ended) return order.ended;
	if (nextStep(order) === null) return 'done';
	if (order.paid) return 'paid';
	return order.sent ? 'sent' : order.packed ? 'packed' : 'written';
}
/** Something is left to do with it. */
export const isOpen = (order: Order): boolean => isLive(order) && nextStep(order) !== null;

export const orderParams = (order: Order, messages: Messages): Params => ({
	name: nameOf(order.name, messages),
	count: order.count,
	total: totalOf(order),
	state: sayable(messages, `book.state.${stateOf(order)}`)
});

/** What money was for. */
export const forKey = (purpose: Line['purpose']): MessageKey => `book.for.${purpose}`;

/** What is left of a month, or that nothing was written. */
export function endOf(picture: MonthPicture): Said {
	if (picture.in === 0 && picture.out === 0) return { key: 'book.month.nothing' };
	const key = picture.left < 0 ? 'book.month.lost' : 'book.month.left';
	return { key, params: { n: Math.abs(picture.left) } };
}

/** A month for the ear: its name, what came, what went, what is left. */
export function monthAloud(picture: MonthPicture, now: Month, messages: Messages): Said[] {
	const end = endOf(picture);
	const name: Said = { key: 'book.month.is', params: { month: saidMonth(picture.month, now, messages) } };
	if (end.key === 'book.month.nothing') return [name, end];
	const sums: Said[] = [
		{ key: 'book.month.in', params: { n: picture.in } },
		{ key: 'book.month.out', params: { n: picture.out } }
	];
	return [name, ...sums, end];
}
