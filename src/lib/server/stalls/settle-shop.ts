import { foldShop, type Product, type Shop } from '$lib/domain/fold-shop';
import { tidyText } from '$lib/domain/stall-text';
import { forgetRecordings } from '$lib/studio/server/recordings';
import { log } from '../log';
import { readPhoneBlob } from '../phone-blobs';
import { publishPicture } from './publish-picture';
import { publishVoice } from './publish-voice';
import {
	keepProduct,
	keepStall,
	payStallDebt,
	productsOf,
	shopOf,
	stallDebts,
	stallOf,
	unnamedMedia,
	type AboutHer
} from './repository';
import type { ProductRow, ShownPicture, ShownProduct, ShownStall, ShownVoice, StallRow } from './shapes';

/** One woman's stall is folded by one at a time: two calls of her phone would make its copies twice. */
const turns = new Map<string, Promise<unknown>>();

/**
 * Folds what a woman's phones said about her stall into what strangers see: rows from her events, copies of the
 * pictures and recordings that have come. It may be done any number of times and be cut off anywhere: the debt that was
 * written with her events stays until it is done, and what has not come yet is looked for at the next time.
 */
export function settleShop(learner: string): Promise<void> {
	const turn = (turns.get(learner) ?? Promise.resolve()).then(() => settle(learner));
	const quiet = turn.catch(() => undefined);
	turns.set(learner, quiet);
	void quiet.then(() => turns.get(learner) === quiet && turns.delete(learner));
	return turn;
}

/** The same for whoever's phone has just called: trouble is told to the log, the debt stays. */
export async function settleQuietly(learner: string): Promise<void> {
	await settleShop(learner).catch((cause: unknown) => log.warn({ err: cause }, 'a stall was not folded'));
}

/** All debts, as after a start. */
export async function settleAllShops(): Promise<void> {
	for (const { learner } of await stallDebts()) await settleQuietly(learner);
}

async function settle(learner: string): Promise<void> {
	const debts = await stallDebts(learner);
	const { events, about } = await shopOf(learner);
	if (!about) return;
	const shop = foldShop(events);
	const known = (await stallOf({ ownerKind: 'learner', owner: learner }))?.stall;
	const before = await productsOf(learner);
	const wasShown = namesIn([known?.shown, ...before.map(({ shown }) => shown)]);

	const copies = new Copies(learner, [known?.shown, ...before.map(({ shown }) => shown)]);
	await settleStall(learner, { shop, about, known }, copies);
	const group = await settleProducts(
		learner,
		{ shop, about, before, isDown: Boolean(known?.downAtMs) },
		copies
	);
	if (group) await openGroupStall(group);

	await forgetRecordings(await unnamedMedia(wasShown));
	for (const debt of debts) await payStallDebt(debt);
}

async function settleStall(
	learner: string,
	{ shop: { stall, lastAtMs }, about, known }: { shop: Shop; about: AboutHer; known: StallRow | undefined },
	copies: Copies
): Promise<void> {
	if (!stall) return;
	copies.waits = 0;
	// What was taken down has no copies: its address must open nothing.
	const isDown = Boolean(known?.downAtMs);
	const shown: ShownStall = {
		picture: isDown ? null : await copies.picture(stall.picture),
		story: isDown ? null : await copies.voice(stall.story?.blob),
		phone: stall.phone?.number ?? '',
		badges: stall.badges.filter((badge) => about.badges.includes(badge))
	};
	await keepStall({ ownerKind: 'learner', owner: learner }, known, {
		name: tidyText(stall.name),
		place: tidyText(stall.place) || (about.groups[0]?.place ?? ''),
		shown,
		waits: copies.waits,
		...(known && known.name !== tidyText(stall.name) ? unchecked : {}),
		openedAtMs: stall.openedAtMs,
		changedAtMs: lastAtMs
	});
}

/** @returns the group in whose stall something of hers stands */
async function settleProducts(
	learner: string,
	{ shop, about, before, isDown }: { shop: Shop; about: AboutHer; before: ProductRow[]; isDown: boolean },
	copies: Copies
): Promise<AboutHer['groups'][number] | undefined> {
	const group = about.groups[0];
	for (const product of shop.products) {
		const known = before.find((row) => row.product === product.id);
		copies.waits = 0;
		const isHidden = product.withdrawn || isDown || Boolean(known?.downAtMs);
		const shown = isHidden ? nothingShown : await showProduct(product, copies);
		const row = rowOf(product);
		await keepProduct(known, {
			learner,
			...row,
			...(known && isOther(known.body, row.body) ? unchecked : {}),
			group: product.inGroup && group ? group.id : '',
			shown,
			waits: copies.waits
		});
	}
	return shop.products.some(({ inGroup }) => inGroup) ? group : undefined;
}

/** Who has looked said so of what stood there then, not of what stands there now. */
const unchecked = { checkedBy: '', checkedAtMs: 0 };
const isOther = (before: unknown, after: unknown) => JSON.stringify(before) !== JSON.stringify(after);

const nothingShown: ShownProduct = { photos: [], story: null, voice: null };

async function showProduct({ photos, story, name }: Product, copies: Copies): Promise<ShownProduct> {
	const pictures = [];
	for (const photo of photos) pictures.push(await copies.picture(photo));
	return {
		photos: pictures.filter((picture) => picture !== null),
		story: await copies.voice(story?.blob),
		voice: await copies.voice(name.voice?.blob)
	};
}

function rowOf({ id, price, unit, stock, withdrawn, offeredAtMs, changedAtMs, costs: _, ...body }: Product) {
	const name = body.name.text ? tidyText(body.name.text) : '';
	return { product: id, name, price, unit, stock, withdrawn, offeredAtMs, changedAtMs, body };
}

/** Opens a group's stall under the group's name: the first who offers something in it does, or its trainer, who may give it another name. */
export async function openGroupStall(
	{ id, name, place }: AboutHer['groups'][number],
	now = Date.now()
): Promise<void> {
	if (await stallOf({ ownerKind: 'group', owner: id })) return;
	const shown: ShownStall = { picture: null, story: null, phone: '', badges: [] };
	const values = { name, place, shown, waits: 0, openedAtMs: now, changedAtMs: now };
	await keepStall({ ownerKind: 'group', owner: id }, undefined, values);
}

/** Copies for strangers, each made once: those that are there are taken as they are. */
class Copies {
	/** What has not come, since it was last set to nothing. */
	waits = 0;
	readonly #pictures = new Map<string, ShownPicture>();
	readonly #voices = new Map<string, ShownVoice>();

	constructor(
		private readonly learner: string,
		shown: (ShownStall | ShownProduct | undefined)[]
	) {
		for (const one of shown) {
			if (!one) continue;
			const pictures = 'photos' in one ? one.photos : [one.picture];
			for (const picture of pictures) if (picture) this.#pictures.set(picture.of, picture);
			for (const voice of [one.story, 'voice' in one ? one.voice : null])
				if (voice) this.#voices.set(voice.of, voice);
		}
	}

	picture(blob: string | null | undefined): Promise<ShownPicture | null> {
		return this.#make(blob, this.#pictures, 'image/', publishPicture);
	}

	voice(blob: string | null | undefined): Promise<ShownVoice | null> {
		return this.#make(blob, this.#voices, 'audio/', publishVoice);
	}

	/** Null: there is none, it has not come, or it cannot be shown. */
	async #make<T>(
		blob: string | null | undefined,
		known: Map<string, T>,
		type: string,
		publish: (of: string, bytes: Uint8Array) => Promise<T | null>
	): Promise<T | null> {
		if (!blob) return null;
		const there = known.get(blob);
		if (there) return there;
		const sent = await readPhoneBlob(this.learner, blob);
		if (!sent) {
			this.waits += 1;
			return null;
		}
		const made = sent.type.startsWith(type) ? await publish(blob, sent.bytes) : null;
		if (made) known.set(blob, made);
		return made;
	}
}

/** The names of all copies in these. */
function namesIn(shown: (ShownStall | ShownProduct | undefined)[]): string[] {
	const text = JSON.stringify(shown);
	return [...new Set(text.match(/[0-9a-f]{64}\.(?:ogg|webp)/g) ?? [])];
}
