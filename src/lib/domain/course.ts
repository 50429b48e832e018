import * as v from 'valibot';
import { EVIDENCE_KINDS } from './evidence';
import { Slug } from './lesson';
import { MediaName, Sha256, SpokenByLanguage } from './media';

/** The course's colour: a token of ui/base.css. */
export const CourseColor = v.picklist(['indigo', 'rice', 'madder', 'earth']);
export type CourseColor = v.InferOutput<typeof CourseColor>;

const Size = v.object({ seconds: v.number(), bytes: v.number() });

/** A practice as the catalogue lists it beside its lesson. */
export const CatalogPractice = v.object({
	hash: Sha256,
	name: Slug,
	bytes: v.number(),
	/** By language: JSON, clips and pictures. */
	sizes: v.record(v.string(), v.object({ bytes: v.number() }))
});
export type CatalogPractice = v.InferOutput<typeof CatalogPractice>;

/** A lesson as the catalogue lists it. `seconds` and `bytes` (JSON, clips and pictures) are for Vietnamese;
 * `sizes` has them for each language. Numbers of cards and questions are needed to know when a lesson is done. */
export const CatalogLesson = v.object({
	slug: Slug,
	hash: Sha256,
	title: SpokenByLanguage,
	picture: MediaName,
	seconds: v.number(),
	bytes: v.number(),
	sizes: v.record(v.string(), Size),
	cards: v.array(v.number()),
	questions: v.array(v.number()),
	/** The practice at its end, a file of its own; missing where there is none. */
	practice: v.optional(CatalogPractice)
});
export type CatalogLesson = v.InferOutput<typeof CatalogLesson>;

export const CatalogModule = v.object({
	slug: Slug,
	title: SpokenByLanguage,
	lessons: v.pipe(v.array(CatalogLesson), v.minLength(1))
});
export type CatalogModule = v.InferOutput<typeof CatalogModule>;

export const CatalogCourse = v.object({
	slug: Slug,
	title: SpokenByLanguage,
	picture: MediaName,
	color: CourseColor,
	/** Asked before and after it (domain/check.ts). */
	check: v.optional(CatalogLesson),
	modules: v.pipe(v.array(CatalogModule), v.minLength(1))
});
export type CatalogCourse = v.InferOutput<typeof CatalogCourse>;

/** So much of a kind of evidence (domain/evidence.ts). */
export const EvidenceDemand = v.object({
	kind: v.picklist(EVIDENCE_KINDS),
	count: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100))
});

/** A badge that a manager has defined beside those of the courses: these lessons with all their questions, these
 * lessons' practices, and evidence of what she has done with it. */
export const Achievement = v.object({
	slug: v.pipe(Slug, v.startsWith('made-')),
	title: SpokenByLanguage,
	picture: MediaName,
	color: CourseColor,
	/** 1: begins. 2: does it alone. 3: helps others. */
	level: v.picklist([1, 2, 3]),
	lessons: v.pipe(v.array(Slug), v.minLength(1), v.maxLength(60)),
	practices: v.pipe(v.array(Slug), v.maxLength(60)),
	/** Each kind once. */
	evidence: v.optional(v.pipe(v.array(EvidenceDemand), v.maxLength(EVIDENCE_KINDS.length)))
});
export type Achievement = v.InferOutput<typeof Achievement>;

export const PILOTS = ['review'] as const;
export type Pilot = (typeof PILOTS)[number];

/** What GET /api/catalog answers. */
export const Catalog = v.object({
	format: v.literal(1),
	courses: v.array(CatalogCourse),
	achievements: v.optional(v.array(Achievement)),
	/** What a programme tries out. `review`: half of the questions are left out of reviews (domain/review-pilot.ts). */
	pilots: v.optional(v.array(v.picklist(PILOTS)))
});
export type Catalog = v.InferOutput<typeof Catalog>;

export { lessonsOf } from './lessons-of';
