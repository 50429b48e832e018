import * as v from 'valibot';
import lazada from './templates/lazada.json';
import plain from './templates/plain.json';
import shopee from './templates/shopee.json';
import tiktokShop from './templates/tiktok-shop.json';

/** What we know of a product, by the names that the templates use; the four pictures are addresses. */
export const FACTS = [
	'name',
	'description',
	'price',
	'unit',
	'stock',
	'sku',
	'who',
	'where',
	'when',
	'from',
	'ocop',
	'ways',
	'stall',
	'address',
	'photo1',
	'photo2',
	'photo3',
	'photo4'
] as const;
export type Fact = (typeof FACTS)[number];

const Both = <T extends v.GenericSchema>(inner: T) => v.object({ vi: inner, en: inner });
const Template = v.object({
	slug: v.pipe(v.string(), v.regex(/^[a-z-]+$/)),
	/** The marketplace's own name; '' for our own sheet. */
	name: v.string(),
	/** The day on which the sources were read. Marketplaces change their templates: look again every half year. */
	asOf: v.pipe(v.string(), v.isoDate()),
	sheet: v.string(),
	/** keys: the marketplace's names in the first row, ours in the second. labels: ours alone. */
	head: v.picklist(['keys', 'labels']),
	/** keys: the names in row 1 were seen in several sources, one of them of this year. none: they may be others. ours. */
	sure: v.picklist(['keys', 'none', 'ours']),
	sources: v.pipe(v.array(v.string()), v.minLength(1)),
	columns: v.array(
		v.object({
			key: v.string(),
			label: Both(v.string()),
			/** Null: nobody here knows it (a parcel's weight); the seller fills it in. */
			from: v.nullable(v.picklist(FACTS)),
			width: v.optional(v.number())
		})
	),
	/** What the seller fills in herself. */
	byHand: Both(v.array(v.string()))
});
export type Template = v.InferOutput<typeof Template>;

/** Columns of the marketplaces' mass upload, as dated data: a change of theirs is a change of one file. */
export const TEMPLATES: readonly Template[] = [plain, shopee, tiktokShop, lazada].map((template) =>
	v.parse(Template, template)
);
