import type { Event } from './event';
import type { Offer } from './product';
import type { StallChange } from './stall';

const SHOP_KINDS = [
	'stall.changed',
	'contact.shared',
	'contact.hidden',
	'product.offered',
	'product.restocked',
	'product.withdrawn',
	'product.returned'
] as const;
export type ShopEvent = Extract<Event, { kind: (typeof SHOP_KINDS)[number] }>;
export const SHOP_EVENT_KINDS: readonly string[] = SHOP_KINDS;

/** Her stall. It is open once it has a name. */
export type Stall = Required<StallChange> & {
	/** Null: whoever asks reaches her trainer. */
	phone: { number: string; agreedAtMs: number } | null;
	openedAtMs: number;
};
export type Product = Omit<Offer, 'product'> & {
	id: string;
	withdrawn: boolean;
	offeredAtMs: number;
	changedAtMs: number;
};
/** Oldest product first. `lastAtMs`: the newest moment in it; what is written next comes after it. */
export type Shop = { stall: Stall | null; products: Product[]; lastAtMs: number };

const nothing: Omit<Stall, 'name' | 'openedAtMs'> = {
	place: '',
	picture: null,
	story: null,
	badges: [],
	phone: null
};

/**
 * What a woman's events amount to; the same on her phones and on the server, in whatever order and however often
 * they come. The last one by (at, seq, id) wins, each within its own group of fields, so that two phones do not undo
 * each other: name, place, picture, story and badges of the stall are a group each; so is her contact; of a product
 * everything that an offer says is one group, its stock another (the offer and a count both write it), and whether it
 * is withdrawn a third, which an offer does not touch: who corrects a price on one phone does not put back what was
 * taken down on the other.
 */
export function foldShop(events: Iterable<Event>): Shop {
	const stall: Partial<Stall> = {};
	const products = new Map<string, Partial<Product>>();
	let lastAtMs = 0;
	for (const event of inOrder(events)) {
		lastAtMs = event.at;
		if (event.kind === 'stall.changed') Object.assign(stall, { openedAtMs: event.at, ...stall }, event.data);
		else if (event.kind === 'contact.shared')
			stall.phone = { number: event.data.number, agreedAtMs: event.at };
		else if (event.kind === 'contact.hidden') stall.phone = null;
		else products.set(event.data.product, applyToProduct(products.get(event.data.product), event));
	}
	return {
		stall: isNamed(stall) ? { ...nothing, ...stall } : null,
		products: [...products.values()]
			.filter(isOffered)
			.sort((a, b) => a.offeredAtMs - b.offeredAtMs || (a.id < b.id ? -1 : 1)),
		lastAtMs
	};
}

type ProductEvent = Extract<ShopEvent, { data: { product: string } }>;

function applyToProduct(before: Partial<Product> = {}, event: ProductEvent): Partial<Product> {
	const after = { ...before, changedAtMs: event.at };
	if (event.kind === 'product.restocked') return { ...after, stock: event.data.stock };
	if (event.kind !== 'product.offered') return { ...after, withdrawn: event.kind === 'product.withdrawn' };
	const { product: id, ...offer } = event.data;
	return {
		...after,
		...offer,
		id,
		withdrawn: before.withdrawn ?? false,
		offeredAtMs: before.offeredAtMs ?? event.at
	};
}

/** What was only counted or taken down, so far: its offer has not come yet. */
const isOffered = (product: Partial<Product>): product is Product => product.offeredAtMs !== undefined;
const isNamed = (stall: Partial<Stall>): stall is Partial<Stall> & Pick<Stall, 'name' | 'openedAtMs'> =>
	Boolean(stall.name);

function inOrder(events: Iterable<Event>): ShopEvent[] {
	const known = new Map<string, ShopEvent>();
	for (const event of events) if (isOfShop(event)) known.set(event.id, event);
	return [...known.values()].sort((a, b) => a.at - b.at || a.seq - b.seq || (a.id < b.id ? -1 : 1));
}

const isOfShop = (event: Event): event is ShopEvent => SHOP_EVENT_KINDS.includes(event.kind);

/** Every recording and picture that it names. */
export function blobsOfShop({ stall, products }: Pick<Shop, 'stall' | 'products'>): string[] {
	const ofStall = stall ? [stall.picture, stall.story?.blob] : [];
	const ofProducts = products.flatMap(({ photos, story, name }) => [
		...photos,
		story?.blob,
		name.voice?.blob
	]);
	return [...new Set([...ofStall, ...ofProducts].filter((blob) => blob !== null && blob !== undefined))];
}
