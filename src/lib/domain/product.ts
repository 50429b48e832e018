import * as v from 'valibot';
import { Sha256 } from './media';
import { MAX_PRICE, MIN_PRICE } from './price';
import { DELIVERIES, MATERIALS, OCOP_STARS, PRODUCT_KINDS, UNITS } from './product-kinds';
import { textProblem } from './stall-text';
import { Ulid } from './ulid';

/** A picture more costs a buyer 40 kB and tells less than the first. */
export const MAX_PHOTOS = 4;
/** The longest story: half a megabyte, and as long as a stranger listens. A second more for a slow finger. */
export const MAX_STORY_MS = 60_000;
const SLOW_FINGER_MS = 1_000;
export const MAX_STOCK = 100_000;

/** Her voice, kept in the outbox under its SHA-256 until it is sent. */
export const VoiceBlob = v.object({
	blob: Sha256,
	ms: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MAX_STORY_MS + SLOW_FINGER_MS))
});
export type VoiceBlob = v.InferOutput<typeof VoiceBlob>;

/** Words that strangers will read: tidy, and without links and numbers (domain/stall-text.ts). */
export const PublicText = (max: number) =>
	v.pipe(
		v.string(),
		v.maxLength(4 * max),
		v.check((text) => textProblem(text, { min: 1, max }) === null, 'may not be published')
	);

/** Papers have long numbers; they are no links. */
const isPaper = (text: string) => [null, 'number'].includes(textProblem(text, { min: 0, max: 80 }));

const amount = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_PRICE));

export const CostsShape = v.object({
	material: amount,
	/** Halves of an hour are told; a carpet of a year has 2,000. */
	hours: v.pipe(v.number(), v.minValue(0), v.maxValue(5_000)),
	hourlyRate: amount,
	transport: amount
});

/** How it is called: in words, by one of the pictures, or in her voice; one of them at least. */
export const ProductName = v.pipe(
	v.object({
		text: v.optional(PublicText(60)),
		kind: v.optional(v.picklist(PRODUCT_KINDS)),
		voice: v.optional(VoiceBlob)
	}),
	v.check(({ text, kind, voice }) => Boolean(text ?? kind ?? voice), 'has no name')
);
export type ProductName = v.InferOutput<typeof ProductName>;

/** Who made it, where, when and from what, as she says it herself. */
export const Made = v.object({
	/** First name or any other that she likes; never asked for in full. */
	who: v.optional(PublicText(40)),
	where: v.optional(PublicText(80)),
	/** Year and month: "2026-11". */
	when: v.optional(v.pipe(v.string(), v.regex(/^20\d\d-(0[1-9]|1[0-2])$/))),
	from: v.pipe(v.array(v.picklist(MATERIALS)), v.maxLength(6))
});
export type Made = v.InferOutput<typeof Made>;

export const Stock = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_STOCK));

/** Everything about a product that one offer says. Limits may be widened later, never narrowed: phones keep old ones. */
export const Offer = v.object({
	product: Ulid,
	name: ProductName,
	price: v.pipe(v.number(), v.integer(), v.minValue(MIN_PRICE), v.maxValue(MAX_PRICE)),
	unit: v.picklist(UNITS),
	/** For herself and her trainer; never published. */
	costs: CostsShape,
	stock: Stock,
	deliveries: v.pipe(v.array(v.picklist(DELIVERIES)), v.minLength(1), v.maxLength(DELIVERIES.length)),
	photos: v.pipe(v.array(Sha256), v.maxLength(MAX_PHOTOS)),
	story: v.nullable(VoiceBlob),
	made: Made,
	ocopStars: v.picklist(OCOP_STARS),
	/** Number or name of the paper; empty without stars. */
	ocopCertificate: v.pipe(
		v.string(),
		v.maxLength(320),
		v.check((text) => isPaper(text), 'may not be published')
	),
	/** Also in the stall of her group. */
	inGroup: v.boolean()
});
export type Offer = v.InferOutput<typeof Offer>;
