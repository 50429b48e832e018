import * as v from 'valibot';
import { TextByLanguage } from './curriculum';
import { Slug } from './lesson';
import { MediaName } from './media';
import { Point } from './practice';
import { MAX_MARK, MAX_MARKS, MAX_SCAM_SAYS, MAX_SCAM_TITLE, SCAM_KINDS } from './scam-limits';

export const MAX_RIGHT = 4;
export const MAX_WRONG = 3;

const line = (max: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(max));

/** A trick as a trainer writes it: in Vietnamese, its sentences to be recorded or spoken by the house. */
export const Scam = v.object({
	kind: v.picklist(SCAM_KINDS),
	title: line(MAX_SCAM_TITLE),
	/** The message's words, what the caller says, or what stands on the screen. */
	says: line(MAX_SCAM_SAYS),
	/** A screenshot, drawn anew by the server. */
	photo: v.optional(MediaName),
	marks: v.pipe(
		v.array(v.object({ text: line(MAX_MARK), at: v.optional(Point) })),
		v.minLength(1),
		v.maxLength(MAX_MARKS)
	),
	/** Names of choices of content/scams/choices.json. */
	right: v.pipe(v.array(Slug), v.minLength(1), v.maxLength(MAX_RIGHT)),
	wrong: v.pipe(v.array(Slug), v.minLength(1), v.maxLength(MAX_WRONG))
});
export type Scam = v.InferOutput<typeof Scam>;

const For = v.optional(v.array(v.picklist(SCAM_KINDS)));
const Right = v.object({
	id: Slug,
	/** When it is done: at once, or after that. */
	when: v.picklist(['now', 'then']),
	/** Of which kinds it may be chosen; of all unless said. */
	for: For,
	text: TextByLanguage,
	picture: v.string(),
	why: TextByLanguage
});
const Wrong = v.object({
	id: Slug,
	for: For,
	text: TextByLanguage,
	picture: v.string(),
	why: TextByLanguage
});
const byKind = <T extends v.GenericSchema>(form: T) =>
	v.object({ message: form, call: form, screenshot: form });

/** content/scams/choices.json: what all tricks share, with clips that come with the program. */
export const ScamChoices = v.object({
	task: byKind(TextByLanguage),
	who: byKind(v.object({ text: TextByLanguage, picture: v.string() })),
	then: TextByLanguage,
	signs: TextByLanguage,
	done: TextByLanguage,
	quiet: v.object({ text: TextByLanguage, picture: v.string(), why: TextByLanguage }),
	right: v.array(Right),
	wrong: v.array(Wrong)
});
export type ScamChoices = v.InferOutput<typeof ScamChoices>;
