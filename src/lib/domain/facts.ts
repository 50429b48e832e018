import * as v from 'valibot';

/** What a woman may say about herself so that a programme can report whom it reached: all of it optional, none of it
 * a phone number or an identity number, ever. */
export const HOUSEHOLDS = ['poor', 'near-poor', 'neither', 'unknown'] as const;
export const DISABILITIES = ['yes', 'no', 'unknown'] as const;

/** No learner is older, and none who is asked is younger: what lies outside is a slip of the finger. */
const OLDEST_YEARS = 110;
const YOUNGEST_YEARS = 10;

export const birthYearsIn = (year: number) => ({ first: year - OLDEST_YEARS, last: year - YOUNGEST_YEARS });

/** Null: not said. `ethnicity` is a code of content/peoples. */
export const Facts = v.object({
	birthYear: v.nullable(v.pipe(v.number(), v.integer())),
	ethnicity: v.nullable(v.pipe(v.string(), v.regex(/^\d\d$/))),
	household: v.nullable(v.picklist(HOUSEHOLDS)),
	disability: v.nullable(v.picklist(DISABILITIES))
});
export type Facts = v.InferOutput<typeof Facts>;

export const NO_FACTS: Facts = { birthYear: null, ethnicity: null, household: null, disability: null };
