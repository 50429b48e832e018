import * as v from 'valibot';
import { CourseColor } from './course';
import { PartNumber, Slug } from './lesson';

/** A text in each language, before it has a clip; Vietnamese is the master. */
const Text = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(600));
export const TextByLanguage = v.intersect([v.object({ vi: Text }), v.record(v.string(), Text)]);
export type TextByLanguage = Record<string, string> & { vi: string };

/** The description of a picture, as content/pictures/*.json lists it with its scene. */
const PictureKey = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200));

export const SourceCard = v.object({ id: PartNumber, say: TextByLanguage, picture: PictureKey });
export const SourceOption = v.object({
	id: PartNumber,
	text: TextByLanguage,
	picture: PictureKey,
	correct: v.boolean()
});
export const SourceStep = v.object({ id: PartNumber, text: TextByLanguage, picture: PictureKey });
const asked = { id: PartNumber, ask: TextByLanguage, why: TextByLanguage, explains: v.optional(PartNumber) };
export const SourceQuestion = v.variant('kind', [
	v.object({
		...asked,
		kind: v.literal('choice'),
		options: v.pipe(v.array(SourceOption), v.minLength(2), v.maxLength(3))
	}),
	v.object({ ...asked, kind: v.literal('truefalse'), options: v.pipe(v.array(SourceOption), v.length(2)) }),
	v.object({
		...asked,
		kind: v.literal('order'),
		steps: v.pipe(v.array(SourceStep), v.minLength(2), v.maxLength(5))
	})
]);

/** content/lessons/<slug>.json */
export const SourceLesson = v.object({
	slug: Slug,
	title: TextByLanguage,
	objective: TextByLanguage,
	cards: v.pipe(v.array(SourceCard), v.minLength(1), v.maxLength(50)),
	/** What a group that hears it together asks each other after the cards. */
	discuss: v.optional(TextByLanguage),
	questions: v.pipe(v.array(SourceQuestion), v.maxLength(50)),
	practice: v.object({ name: Slug, brief: v.string() })
});
export type SourceLesson = v.InferOutput<typeof SourceLesson>;

/** content/courses/<slug>.json */
export const SourceCourse = v.object({
	slug: Slug,
	title: TextByLanguage,
	picture: PictureKey,
	color: CourseColor,
	/** The lesson whose questions are asked before and after the course (domain/check.ts); it stands in no module. */
	check: v.optional(Slug),
	modules: v.pipe(
		v.array(v.object({ slug: Slug, title: TextByLanguage, lessons: v.pipe(v.array(Slug), v.minLength(1)) })),
		v.minLength(1)
	)
});
export type SourceCourse = v.InferOutput<typeof SourceCourse>;
