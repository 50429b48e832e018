import * as v from 'valibot';

/** 26 characters of Crockford base 32, lower-case: PocketBase's fast id pattern (docs/decisions/0006). */
export const Ulid = v.pipe(
	v.string(),
	v.regex(/^[0-9a-hjkmnp-tv-z]{26}$/, 'must be a 26-character lower-case ULID')
);
