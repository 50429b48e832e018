import * as v from 'valibot';
import { SPLITS } from '$lib/domain/report/split';

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));
/** Null: between one and four, which could be recognised. */
const HiddenCount = v.nullable(Count);
const Titles = v.record(v.string(), v.string());
const Code = v.pipe(v.string(), v.minLength(1));

export const ApiCatalog = v.object({
	courses: v.array(
		v.object({
			slug: Code,
			title: Titles,
			url: v.pipe(v.string(), v.url()),
			modules: v.array(
				v.object({
					slug: Code,
					title: Titles,
					lessons: v.array(v.object({ slug: Code, title: Titles, seconds: v.number(), questions: Count }))
				})
			)
		})
	)
});

export const ApiGroups = v.object({
	groups: v.array(
		v.object({
			id: Code,
			name: v.string(),
			place: v.string(),
			orgUnit: v.string(),
			archived: v.boolean(),
			women: HiddenCount
		})
	)
});

export const ApiProgress = v.object({
	/** A count is null when it, or what it leaves of the group, is between one and four. */
	rows: v.array(
		v.object({
			group: Code,
			course: Code,
			women: HiddenCount,
			begun: HiddenCount,
			completed: HiddenCount
		})
	)
});

const Day = v.pipe(v.string(), v.isoDate());
/** Null: hidden, because it could be told who is meant. `of`: what a share is a share of, or the whole of a part; else 0. */
const ApiFigures = v.record(v.string(), v.nullable(v.object({ value: Count, of: Count })));

export const ApiReport = v.object({
	from: Day,
	to: Day,
	by: v.picklist(SPLITS),
	lines: v.array(
		v.object({
			/** The code of the place, people, … ; null: nobody has said. */
			key: v.nullable(Code),
			/** What has a name of its own; else the key says it. */
			name: v.nullable(v.string()),
			figures: ApiFigures
		})
	),
	total: ApiFigures
});

export const ApiBadges = v.object({
	badges: v.array(
		v.object({
			/** A pseudonym: the same for the same woman, here, in the webhook and in xAPI statements. */
			learner: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
			/** Only with the scope "names". */
			name: v.optional(v.string()),
			course: Code,
			groups: v.array(Code),
			issuedAt: v.pipe(v.string(), v.isoTimestamp())
		})
	),
	/** Give it as `after` to read on; null: that was all. */
	next: v.nullable(v.string())
});

export const ApiProfile = v.object({
	profile: v.pipe(v.string(), v.url()),
	version: v.literal('1.0.3'),
	statements: v.array(
		v.object({ of: v.string(), verb: v.pipe(v.string(), v.url()), object: v.pipe(v.string(), v.url()) })
	),
	extensions: v.array(v.object({ id: v.pipe(v.string(), v.url()), says: v.string() }))
});

export const ApiError = v.object({ code: v.string(), message: v.string() });

export const BadgesQuery = v.object({
	after: v.optional(v.pipe(v.string(), v.regex(/^\d{1,16}$/))),
	limit: v.optional(
		v.pipe(v.string(), v.regex(/^\d{1,3}$/), v.transform(Number), v.minValue(1), v.maxValue(500))
	)
});
