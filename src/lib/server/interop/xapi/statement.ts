import * as v from 'valibot';

const LanguageMap = v.record(v.string(), v.string());
const Extensions = v.record(v.pipe(v.string(), v.url()), v.union([v.number(), v.string(), v.boolean()]));
const Activity = v.object({
	objectType: v.literal('Activity'),
	id: v.pipe(v.string(), v.url()),
	definition: v.object({
		type: v.pipe(v.string(), v.url()),
		name: v.optional(LanguageMap),
		interactionType: v.optional(v.literal('other'))
	})
});
export type Activity = v.InferOutput<typeof Activity>;

/** The part of an xAPI 1.0.3 statement that we say. */
export const Statement = v.object({
	id: v.pipe(v.string(), v.uuid()),
	actor: v.object({
		objectType: v.literal('Agent'),
		account: v.object({ homePage: v.pipe(v.string(), v.url()), name: v.string() })
	}),
	verb: v.object({ id: v.pipe(v.string(), v.url()), display: LanguageMap }),
	object: Activity,
	result: v.optional(
		v.object({
			success: v.optional(v.boolean()),
			completion: v.optional(v.boolean()),
			score: v.optional(v.object({ scaled: v.pipe(v.number(), v.minValue(-1), v.maxValue(1)) })),
			extensions: v.optional(Extensions)
		})
	),
	context: v.object({
		registration: v.optional(v.pipe(v.string(), v.uuid())),
		platform: v.string(),
		language: v.string(),
		contextActivities: v.object({
			parent: v.optional(v.array(Activity)),
			grouping: v.optional(v.array(Activity)),
			category: v.array(Activity)
		}),
		extensions: v.optional(Extensions)
	}),
	timestamp: v.pipe(v.string(), v.isoTimestamp())
});
export type Statement = v.InferOutput<typeof Statement>;
