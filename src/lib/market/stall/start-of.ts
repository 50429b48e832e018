import type { Product } from '$lib/domain/fold-shop';
import type { Offer } from '$lib/domain/product';
import type { HerShop } from '$lib/offline/shop/load-shop';
import { monthBefore } from './month';
import { STEPS, type Step } from './selling.svelte';

/** Where a product begins: a draft goes on, an offer is changed from its review, a new one starts with a picture. */
export function startOf({ profile, shop, drafts }: HerShop, product: string) {
	const rest = { profile: profile.id, hasSign: shop.stall !== null };
	const known = shop.products.find(({ id }) => id === product);
	const draft = drafts.find((one) => one.product === product);
	if (draft) {
		const step = (STEPS as readonly string[]).includes(draft.step) ? (draft.step as Step) : 'review';
		return { ...rest, offer: { ...draft.offer, product }, blobs: draft.blobs, step, isKnown: Boolean(known) };
	}
	if (known) return { ...rest, offer: offerOf(known), step: 'review' as const, isKnown: true };
	const who = profile.name?.split(' ').at(-1);
	const made = { ...(who ? { who } : {}), when: monthBefore(0), from: [] };
	const before = shop.products.at(-1);
	const offer: Partial<Offer> & { product: string } = {
		product,
		made: before ? { ...made, ...(before.made.where ? { where: before.made.where } : {}) } : made,
		...(before ? { deliveries: before.deliveries, inGroup: before.inGroup } : {})
	};
	return { ...rest, offer, step: 'photo' as const, isKnown: false };
}

function offerOf({ id, withdrawn: _w, offeredAtMs: _o, changedAtMs: _c, ...offer }: Product): Offer {
	return { ...offer, product: id };
}
