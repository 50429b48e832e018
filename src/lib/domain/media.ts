import * as v from 'valibot';

export const Sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in lower-case hex'));

/** A content-addressed file, served for ever at /media/<name>. */
export const MediaName = v.pipe(
	v.string(),
	v.regex(/^[0-9a-f]{64}\.(ogg|svg|webp|mp3)$/, 'must be <sha256>.<ogg|svg|webp|mp3>')
);
export type MediaName = v.InferOutput<typeof MediaName>;

/** Whose voice a clip is. Synthetic speech is never passed off as a person's. */
export const VoiceKind = v.picklist(['person', 'synthetic']);
export type VoiceKind = v.InferOutput<typeof VoiceKind>;

/** A sentence and the clip that says exactly this sentence (the clip is bound to the text when published). */
export const Spoken = v.object({
	text: v.pipe(v.string(), v.minLength(1), v.maxLength(600)),
	clip: MediaName,
	ms: v.pipe(v.number(), v.integer(), v.minValue(1)),
	bytes: v.pipe(v.number(), v.integer(), v.minValue(1)),
	voice: VoiceKind
});
export type Spoken = v.InferOutput<typeof Spoken>;

/** The same sentence in several languages; Vietnamese ("vi") is always there. */
export const SpokenByLanguage = v.intersect([v.object({ vi: Spoken }), v.record(v.string(), Spoken)]);
export type SpokenByLanguage = Record<string, Spoken> & { vi: Spoken };
