import type { BookEntry, End, Month, OrderedName, Purpose, Step, Way } from './entry';

export type Order = {
	id: string;
	n: number;
	atMs: number;
	month: Month;
	product: string | null;
	name: OrderedName;
	count: number;
	price: number;
	buyer: string;
	voiceMs: number | null;
	packed: boolean;
	sent: boolean;
	/** When and to which month its money came. */
	paid: { n: number; atMs: number; month: Month } | null;
	ended: End | null;
	struck: boolean;
	/** Pieces that it keeps out of the stock of her stall. */
	held: number;
	/** What was said of it and stands, in that order: the last is what she takes back first. */
	marks: readonly (Step | End | 'struck')[];
};
export type Money = {
	id: string;
	n: number;
	atMs: number;
	month: Month;
	way: Way;
	amount: number;
	purpose: Purpose;
	struck: boolean;
};
/** Orders and money in the order in which they were written. `lastN`: the place of the last entry. */
export type Book = { orders: Order[]; money: Money[]; sharing: boolean; lastN: number; lastAtMs: number };

/** Neither struck out nor ended: it holds goods, and its money counts. */
export const isLive = ({ struck, ended }: Pick<Order, 'struck' | 'ended'>): boolean =>
	!struck && ended === null;
/** Its money is hers. */
export const isPaid = (order: Order): boolean => isLive(order) && order.paid !== null;
export const totalOf = ({ count, price }: Pick<Order, 'count' | 'price'>): number => count * price;
/** What she does next with it; null: nothing is left to do. */
export const nextStep = ({ packed, sent, paid }: Order): Step | null =>
	!packed ? 'packed' : !sent ? 'sent' : paid ? null : 'paid';

/**
 * What the entries amount to. They count by their place in the book, whatever order they are given in, and each place
 * once. What is said of an order or an amount that is not there (yet) changes nothing.
 */
export function foldBook(entries: Iterable<BookEntry>): Book {
	const byPlace = new Map<number, BookEntry>();
	for (const entry of entries) if (!byPlace.has(entry.n)) byPlace.set(entry.n, entry);
	const orders = new Map<string, Order>();
	const money = new Map<string, Money>();
	const book = { sharing: false, lastN: 0, lastAtMs: 0 };
	for (const entry of [...byPlace.values()].sort((a, b) => a.n - b.n)) {
		book.lastN = entry.n;
		book.lastAtMs = entry.atMs;
		if (entry.kind === 'order') orders.set(entry.id, written(entry));
		else if (entry.kind === 'money') money.set(entry.id, { ...factsOf(entry), struck: false });
		else if (entry.kind === 'sharing') book.sharing = entry.yes;
		else {
			const order = orders.get(entry.of);
			if (order) orders.set(entry.of, changed(order, entry));
			const amount = money.get(entry.of);
			if (amount && entry.kind === 'struck') money.set(entry.of, { ...amount, struck: entry.done });
			if (amount && entry.kind === 'moved') money.set(entry.of, { ...amount, month: entry.month });
		}
	}
	return { ...book, orders: [...orders.values()], money: [...money.values()] };
}

type Of<K extends BookEntry['kind']> = Extract<BookEntry, { kind: K }>;

function factsOf<E extends BookEntry>({ kind: _kind, ...facts }: E): Omit<E, 'kind'> {
	return facts;
}

function written({ kind: _kind, taken, ...facts }: Of<'order'>): Order {
	const nothing = { packed: false, sent: false, paid: null, ended: null, struck: false, marks: [] };
	return { ...facts, ...nothing, held: taken };
}

function changed(order: Order, entry: Of<'step' | 'struck' | 'moved'>): Order {
	if (entry.kind === 'moved')
		return {
			...order,
			month: entry.month,
			paid: order.paid && { ...order.paid, month: entry.month }
		};
	const after = marked(
		entry.kind === 'struck' ? { ...order, struck: entry.done } : stepped(order, entry),
		entry
	);
	if (isLive(after) === isLive(order)) return after;
	return { ...after, held: isLive(after) ? entry.taken : 0 };
}

function marked(after: Order, entry: Of<'step' | 'struck'>): Order {
	const mark: Order['marks'][number] = entry.kind === 'struck' ? 'struck' : entry.step;
	const stands = { ...after, cancelled: after.ended === 'cancelled', returned: after.ended === 'returned' };
	const marks = entry.done && after.marks.includes(mark) ? after.marks : [...after.marks, mark];
	return { ...after, marks: [...new Set(marks)].filter((one) => Boolean(stands[one])) };
}

/** Sent things were packed; what is unpacked again is not on its way. Money comes before or after, as it comes. */
function stepped(order: Order, { step, done, n, atMs, month }: Of<'step'>): Order {
	if (step === 'packed') return { ...order, packed: done, sent: done && order.sent };
	if (step === 'sent') return { ...order, packed: done || order.packed, sent: done };
	if (step === 'paid') return { ...order, paid: done ? (order.paid ?? { n, atMs, month }) : null };
	if (done) return { ...order, ended: step };
	return { ...order, ended: order.ended === step ? null : order.ended };
}
