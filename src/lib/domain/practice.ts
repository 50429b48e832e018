import * as v from 'valibot';
import { TextByLanguage } from './curriculum';
import { Slug } from './lesson';
import { MediaName, SpokenByLanguage } from './media';

/** The most that one practice may weigh on its way to the phone: its JSON, clips of one language, pictures. */
export const PRACTICE_MAX_BYTES = 150_000;

const Digits = v.pipe(v.string(), v.regex(/^\d{1,9}$/, 'must be one to nine digits of a toy number'));
const Amount = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000_000));

/** A place on a picture, in hundredths of its width and height. */
const Hundredth = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100));
export const Point = v.object({ x: Hundredth, y: Hundredth });

/** A practice as it is written (`Text` without clips, pictures by description) and as it is published. */
function practiceForm<T extends v.GenericSchema, P extends v.GenericSchema>(Text: T, Picture: P) {
	const list = <I extends v.GenericSchema>(item: I, min: number, max: number) =>
		v.pipe(v.array(item), v.minLength(min), v.maxLength(max));
	const Seen = v.object({ text: Text, picture: Picture });
	const Place = v.object({ id: Slug, text: Text, picture: Picture });
	/** Things to put where they belong, one at a time. */
	const Item = v.object({
		text: Text,
		picture: Picture,
		/** Id of the place where it belongs. */
		to: Slug,
		why: Text,
		/** Money that it stands for, in đồng. */
		amount: v.optional(Amount),
		/** Name of the trick that one falls for by putting it elsewhere. */
		trick: v.optional(Slug)
	});
	const Reply = v.object({
		text: Text,
		picture: Picture,
		/** The turn it leads to; `end` ends it well. A reply without it is not a good one: `says` tells why. */
		to: v.optional(Slug),
		says: v.optional(Text),
		trick: v.optional(Slug)
	});
	const Spot = v.object({
		text: Text,
		picture: Picture,
		/** Where on the phone it is. */
		at: v.optional(v.picklist(['tile', 'power', 'up', 'down', 'bottom', 'top']), 'tile'),
		/** The screen it leads to; `end` ends it. A spot without it tells in `says` why not. */
		to: v.optional(Slug),
		says: v.optional(Text),
		trick: v.optional(Slug)
	});
	const engine = <const E extends string, const Entries extends v.ObjectEntries>(name: E, entries: Entries) =>
		v.object({ engine: v.literal(name), say: Text, ...entries });
	const Part = v.variant('engine', [
		engine('sort', {
			look: v.picklist(['card', 'message', 'photo', 'receipt', 'scale']),
			bins: list(Place, 2, 3),
			items: list(Item, 2, 14)
		}),
		engine('match', { places: list(Place, 3, 6), items: list(Item, 2, 8) }),
		engine('talk', {
			look: v.picklist(['call', 'chat', 'face']),
			who: Seen,
			/** Pictures of which one more is kept with each good reply: goods, stars, fields of an order. */
			kept: v.optional(Picture),
			turns: list(
				/** `shown`: what is held under her eyes with it, such as a screenshot. */
				v.object({ id: Slug, say: Text, shown: v.optional(Picture), replies: list(Reply, 1, 4) }),
				1,
				10
			)
		}),
		engine('device', {
			screens: list(
				v.object({
					id: Slug,
					look: v.picklist(['off', 'home', 'list', 'call', 'panel']),
					text: Text,
					picture: v.optional(Picture),
					spots: list(Spot, 1, 6)
				}),
				1,
				10
			)
		}),
		engine('bank', {
			steps: list(
				v.variant('kind', [
					/** She types what stands on the paper; `hidden` shows dots. */
					v.object({
						kind: v.literal('enter'),
						say: Text,
						what: v.picklist(['account', 'amount', 'code']),
						digits: Digits,
						picture: Picture
					}),
					/** She thinks of four digits herself. */
					v.object({ kind: v.literal('code'), say: Text, picture: Picture }),
					v.object({ kind: v.literal('choose'), say: Text, picture: Picture, replies: list(Reply, 2, 3) })
				]),
				1,
				8
			)
		}),
		engine('money', {
			tasks: list(
				v.variant('kind', [
					/** The sum of toy notes that are put on the table. */
					v.object({ kind: v.literal('pay'), say: Text, picture: Picture, amount: Amount }),
					/** A price that covers its costs and leaves something. */
					v.object({
						kind: v.literal('price'),
						say: Text,
						picture: Picture,
						costs: list(v.object({ text: Text, picture: Picture, amount: Amount }), 1, 5),
						by: Amount,
						low: Text
					}),
					/** As many coins for each as she brought kilos. */
					v.object({
						kind: v.literal('split'),
						say: Text,
						picture: Picture,
						people: list(
							v.object({ text: Text, picture: Picture, kilos: v.pipe(v.number(), v.integer()) }),
							2,
							4
						),
						much: Text
					})
				]),
				1,
				3
			)
		}),
		engine('build', {
			look: v.picklist(['box', 'photo', 'label', 'path', 'table', 'truck', 'post']),
			base: Picture,
			/** The good parts go in as they are listed. `early` is said when one comes too soon. */
			early: v.optional(Text),
			parts: list(
				v.object({
					text: Text,
					picture: Picture,
					good: v.boolean(),
					why: v.optional(Text),
					trick: v.optional(Slug)
				}),
				2,
				9
			)
		}),
		engine('till', {
			yes: Seen,
			no: Seen,
			cases: list(
				v.object({
					text: Text,
					picture: Picture,
					/** What her own toy phone shows when she looks. */
					shows: Text,
					shown: Picture,
					good: v.boolean(),
					why: Text,
					trick: v.optional(Slug)
				}),
				1,
				6
			)
		}),
		engine('compare', {
			options: list(
				v.object({
					text: Text,
					picture: Picture,
					facts: list(Seen, 1, 3),
					good: v.boolean(),
					why: Text,
					trick: v.optional(Slug)
				}),
				2,
				4
			)
		}),
		engine('record', { prompts: list(Seen, 1, 5), checks: list(Seen, 0, 4) }),
		/** What gives a trick away, found one by one on what came. */
		engine('signs', {
			quote: Text,
			shown: v.optional(Picture),
			marks: list(v.object({ text: Text, at: v.optional(Point) }), 1, 4)
		})
	]);
	return v.object({
		lesson: Slug,
		name: Slug,
		picture: Picture,
		done: Text,
		parts: list(Part, 1, 4)
	});
}

const PictureKey = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200));

/** content/practices/<lesson>.json */
export const SourcePractice = practiceForm(TextByLanguage, PictureKey);
export type SourcePractice = v.InferOutput<typeof SourcePractice>;

/** A published practice: immutable, named by the SHA-256 of its bytes at /api/practices/<sha256>.json. */
export const Practice = v.object({
	format: v.literal(1),
	course: Slug,
	...practiceForm(SpokenByLanguage, MediaName).entries
});
export type Practice = v.InferOutput<typeof Practice>;
export type Part = Practice['parts'][number];
export type Engine = Part['engine'];
export type PartOf<E extends Engine> = Extract<Part, { engine: E }>;
