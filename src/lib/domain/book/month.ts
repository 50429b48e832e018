import type { Month, Purpose, Way } from './entry';
import { isPaid, totalOf, type Book, type Money, type Order } from './fold-book';
import { plus } from './limits';

/** Villages live in one time zone: UTC+7, no summer time. */
const VIETNAM_MS = 7 * 3_600_000;
/** Before this app existed: a clock that shows less was never set (a phone whose battery died begins at 1970). */
const NEVER_SET_BEFORE_MS = Date.UTC(2025, 0, 1);

/** The month of a moment in Vietnam. */
export const monthOf = (atMs: number): Month => new Date(atMs + VIETNAM_MS).toISOString().slice(0, 7);
/** The day of a moment in Vietnam, as "2026-11-24". */
export const dayOf = (atMs: number): string => new Date(atMs + VIETNAM_MS).toISOString().slice(0, 10);
export const isMonth = (text: string): boolean => /^20\d\d-(0[1-9]|1[0-2])$/.test(text);

/**
 * When something is written: by the clock, as far as it can be believed (`likelyMs` of domain/notice-rules.ts), or
 * together with what was written last where the clock was never set.
 */
export const writtenAtMs = (likelyMs: number, { lastAtMs }: Pick<Book, 'lastAtMs'>): number =>
	likelyMs >= NEVER_SET_BEFORE_MS ? likelyMs : Math.max(lastAtMs, NEVER_SET_BEFORE_MS);

/** The month so many after this one. */
export function monthAfter(month: Month, by: number): Month {
	const months = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + by;
	return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
}

/** A line of the book: money that came or went. `orders`: what an order brought. */
export type Line = {
	id: string;
	n: number;
	atMs: number;
	month: Month;
	way: Way;
	amount: number;
	purpose: Purpose | 'orders';
	order: Order | null;
};

/** Every amount that counts, in the order in which it came. */
export function linesOf({ orders, money }: Pick<Book, 'orders' | 'money'>): Line[] {
	return [...orders.flatMap(lineOfOrder), ...money.filter(({ struck }) => !struck).map(lineOfMoney)].sort(
		(a, b) => a.n - b.n
	);
}

function lineOfOrder(order: Order): Line[] {
	if (!isPaid(order) || !order.paid) return [];
	const { n, atMs, month } = order.paid;
	return [{ id: order.id, n, atMs, month, way: 'in', amount: totalOf(order), purpose: 'orders', order }];
}

const lineOfMoney = ({ id, n, atMs, month, way, amount, purpose }: Money): Line => ({
	...{ id, n, atMs, month, way, amount, purpose },
	order: null
});

/** A month in one picture. `left` is below zero when more went than came. */
export type MonthPicture = {
	month: Month;
	in: number;
	out: number;
	left: number;
	/** What came and went for what, the largest first. */
	parts: { way: Way; purpose: Line['purpose']; sum: number }[];
	/** Orders written for it that are not struck out, and those of them that ended unpaid. */
	orders: number;
	lost: number;
};

export function pictureOfMonth(book: Book, month: Month): MonthPicture {
	const lines = linesOf(book).filter((line) => line.month === month);
	const sums = new Map<string, { way: Way; purpose: Line['purpose']; sum: number }>();
	for (const { way, purpose, amount } of lines) {
		const key = `${way} ${purpose}`;
		sums.set(key, { way, purpose, sum: plus(sums.get(key)?.sum ?? 0, amount) });
	}
	const parts = [...sums.values()].sort((a, b) => b.sum - a.sum);
	const sumOf = (wanted: Way) =>
		parts.filter(({ way }) => way === wanted).reduce((sum, part) => plus(sum, part.sum), 0);
	const orders = book.orders.filter((order) => !order.struck && order.month === month);
	const [came, went] = [sumOf('in'), sumOf('out')];
	return {
		...{ month, in: came, out: went, left: came - went, parts },
		orders: orders.length,
		lost: orders.filter(({ ended }) => ended !== null).length
	};
}

/** Every month of which the book knows, and this one, the earliest first; gaps between them are months too. */
export function monthsOf(book: Book, now: Month): Month[] {
	const known = [
		...book.orders.flatMap(({ month, paid }) => [month, ...(paid ? [paid.month] : [])]),
		...book.money.map(({ month }) => month)
	];
	const months = [...known, now].filter(isMonth).sort();
	const [first, last] = [months[0] ?? now, months.at(-1) ?? now];
	const all: Month[] = [];
	for (let month = first; month <= last && all.length < MOST_MONTHS; month = monthAfter(month, 1))
		all.push(month);
	return all;
}
/** A clock that jumped by decades makes no endless list. */
const MOST_MONTHS = 1_200;
