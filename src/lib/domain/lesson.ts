import * as v from 'valibot';
import { MediaName, SpokenByLanguage } from './media';

/** Lower-case words joined by hyphens: stable names of courses, modules, lessons and practices. */
export const Slug = v.pipe(
	v.string(),
	v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens'),
	v.maxLength(60)
);

/** Cards and questions keep their number for ever, in every later version of the lesson; the server's roll-up
 * holds them as bits of one integer, so 50 is the highest. */
export const PartNumber = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(50));

export const Card = v.object({ id: PartNumber, say: SpokenByLanguage, picture: MediaName });
export type Card = v.InferOutput<typeof Card>;

export const Option = v.object({
	id: PartNumber,
	text: SpokenByLanguage,
	picture: MediaName,
	correct: v.boolean()
});
export type Option = v.InferOutput<typeof Option>;

/** A step of an `order` question; the lesson lists them in the right order. */
export const Step = v.object({ id: PartNumber, text: SpokenByLanguage, picture: MediaName });
export type Step = v.InferOutput<typeof Step>;

const asked = {
	id: PartNumber,
	ask: SpokenByLanguage,
	why: SpokenByLanguage,
	/** The card to hear again after a second wrong answer; without it the player finds the nearest. */
	explains: v.optional(PartNumber)
};
const oneCorrect = v.check(
	(options: Option[]) => options.filter((o) => o.correct).length === 1,
	'needs exactly one correct option'
);

export const ChoiceQuestion = v.object({
	...asked,
	kind: v.literal('choice'),
	options: v.pipe(v.array(Option), v.minLength(2), v.maxLength(3), oneCorrect)
});
export const TrueFalseQuestion = v.object({
	...asked,
	kind: v.literal('truefalse'),
	options: v.pipe(v.array(Option), v.length(2), oneCorrect)
});
export const OrderQuestion = v.object({
	...asked,
	kind: v.literal('order'),
	steps: v.pipe(v.array(Step), v.minLength(2), v.maxLength(5))
});
export const Question = v.variant('kind', [ChoiceQuestion, TrueFalseQuestion, OrderQuestion]);
export type ChoiceQuestion = v.InferOutput<typeof ChoiceQuestion>;
export type TrueFalseQuestion = v.InferOutput<typeof TrueFalseQuestion>;
export type OrderQuestion = v.InferOutput<typeof OrderQuestion>;
export type Question = v.InferOutput<typeof Question>;

/** A published lesson: immutable, named by the SHA-256 of its bytes at /api/lessons/<sha256>.json. */
export const Lesson = v.object({
	format: v.literal(1),
	slug: Slug,
	course: Slug,
	title: SpokenByLanguage,
	objective: SpokenByLanguage,
	cards: v.pipe(v.array(Card), v.minLength(1), v.maxLength(50)),
	questions: v.pipe(v.array(Question), v.maxLength(50)),
	/** What a group that hears the lesson together asks each other after its cards; a woman alone is not asked. */
	discuss: v.optional(SpokenByLanguage),
	/** What the practice of this lesson is to be, as the curriculum describes it; the engines come with their own issue. */
	practice: v.object({ name: Slug, brief: v.string() })
});
export type Lesson = v.InferOutput<typeof Lesson>;

export { mediaOf } from './media-of';
