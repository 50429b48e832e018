import * as v from 'valibot';
import { GIVES, PARTNER_KINDS } from './partner-kinds';
import { PRODUCT_KINDS, UNITS } from './product-kinds';

export const MAX_PARTNER_NAME = 120;
export const MAX_CONTACT_NAME = 80;
export const MAX_QUALITY = 160;
export const MAX_ABOUT = 600;
export const MAX_WANTS = 8;
/** A container of rice is 25,000 kilos; more is a nought too many. */
export const MAX_AMOUNT = 1_000_000;

const text = (max: number) => v.pipe(v.string(), v.maxLength(4 * max));
const Month = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(12));
/** What points at one thing that it seeks; an introduction remembers it. */
export const WantId = v.pipe(v.string(), v.regex(/^[a-z0-9]{10}$/));

/** One thing that a partner seeks. 0 as amount: as much as there is. No months: the whole year. */
export const Want = v.object({
	id: WantId,
	kind: v.picklist(PRODUCT_KINDS),
	amount: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_AMOUNT)),
	unit: v.picklist(UNITS),
	quality: text(MAX_QUALITY),
	months: v.pipe(v.array(Month), v.maxLength(12))
});
export type Want = v.InferOutput<typeof Want>;

/** What somebody says of a partner: of an organisation or an expert's office, never of a woman. */
export const PartnerGiven = v.object({
	name: v.pipe(text(MAX_PARTNER_NAME), v.minLength(2)),
	kind: v.picklist(PARTNER_KINDS),
	/** Number of the business registration or of the decision that founded it; '' when it has none. */
	registration: v.pipe(v.string(), v.maxLength(40)),
	contactName: v.pipe(text(MAX_CONTACT_NAME), v.minLength(1)),
	/** '' or '0241234567', '+84…' written with 0. One of phone and email is there. */
	phone: v.pipe(v.string(), v.maxLength(20)),
	email: v.pipe(v.string(), v.maxLength(120)),
	place: v.pipe(v.string(), v.maxLength(480)),
	province: v.pipe(v.string(), v.regex(/^(\d{2})?$/)),
	commune: v.pipe(v.string(), v.regex(/^(\d{5})?$/)),
	wants: v.pipe(v.array(Want), v.maxLength(MAX_WANTS)),
	gives: v.pipe(v.array(v.picklist(GIVES)), v.maxLength(GIVES.length)),
	about: text(MAX_ABOUT)
});
export type PartnerGiven = v.InferOutput<typeof PartnerGiven>;

/** What was checked when a manager said that a partner is what it says: when one of these changes, her word ends. */
const CHECKED = ['name', 'kind', 'registration', 'contactName', 'phone', 'email'] as const;

export const isOtherContact = (
	before: Pick<PartnerGiven, (typeof CHECKED)[number]>,
	after: Pick<PartnerGiven, (typeof CHECKED)[number]>
): boolean => CHECKED.some((field) => before[field] !== after[field]);
