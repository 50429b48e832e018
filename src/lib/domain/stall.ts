import * as v from 'valibot';
import { Sha256 } from './media';
import { PublicText, VoiceBlob } from './product';
import { MAX_NAME } from './stall-text';

/** A Vietnamese mobile number as it is dialled. */
export const PhoneNumber = v.pipe(v.string(), v.regex(/^0[35789]\d{8}$/, 'must be a mobile number'));
/** What was read to her before she agreed (`sell.contact.agree`); another wording is another number. */
export const CONSENT_VERSION = 1;

/** The groups of fields of a stall that were changed; what is absent stays. */
export const StallChange = v.object({
	name: v.optional(PublicText(MAX_NAME)),
	/** Commune and province, as she says it. */
	place: v.optional(PublicText(80)),
	picture: v.optional(v.nullable(Sha256)),
	story: v.optional(v.nullable(VoiceBlob)),
	/** Those of her badges that she shows. */
	badges: v.optional(v.pipe(v.array(v.pipe(v.string(), v.regex(/^[a-z0-9]{15,26}$/))), v.maxLength(10)))
});
export type StallChange = v.InferOutput<typeof StallChange>;

/** Her number, after it was read back to her and she said that everybody may see it. */
export const ContactShared = v.object({
	number: PhoneNumber,
	agreed: v.literal(CONSENT_VERSION)
});
