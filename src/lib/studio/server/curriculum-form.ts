import * as v from 'valibot';
import { Slug } from '$lib/domain/lesson';
import { NEEDS_VIETNAMESE } from './faults/faults-of';

/** The form in which curricula are handed in: texts as `title_vi`, `title_en`, …, of any language; pictures by
 * description; parts without numbers. Fields that the form does not know are faults: most are misspelled ones. */
const Text = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(600));
const Description = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200));
const LANGUAGE = '[a-z]{2,3}(-[A-Za-z0-9]{2,8})*';

/** An object with fixed `entries` and `texts`, each in Vietnamese and any other language; those of `maybe` may be
 * left out. */
function form<const Entries extends v.ObjectEntries>(
	entries: Entries,
	texts: string[],
	maybe: string[] = []
): v.LooseObjectSchema<Entries, undefined> {
	const master = Object.fromEntries(texts.map((name) => [masterKey(name), Text]));
	const known = [...texts, ...maybe];
	const translation = new RegExp(`^(${known.map((name) => (name ? `${name}_` : '')).join('|')})${LANGUAGE}$`);
	const checked = v.pipe(
		// To TypeScript the texts are unknown fields: `readCurriculum` reads them by name.
		v.looseObject({ ...entries, ...master } as Entries),
		v.rawCheck<v.InferOutput<v.LooseObjectSchema<Entries, undefined>>>(({ dataset, addIssue }) => {
			if (!dataset.typed) return;
			for (const [key, value] of Object.entries(dataset.value as Record<string, unknown>)) {
				if (key in entries || key in master) continue;
				const message = faultOf(key, value, translation) ?? faultOfMaybe(key, dataset.value, maybe);
				if (message)
					addIssue({
						message,
						path: [{ type: 'object', origin: 'key', input: { ...dataset.value }, key, value }]
					});
			}
		})
	);
	// The check changes nothing of what comes out.
	return checked as unknown as v.LooseObjectSchema<Entries, undefined>;
}

/** A translation of what is not there in Vietnamese. */
function faultOfMaybe(key: string, whole: object, maybe: string[]): string | undefined {
	const name = maybe.find((one) => key.startsWith(`${one}_`));
	if (name === undefined || masterKey(name) in whole) return undefined;
	return NEEDS_VIETNAMESE;
}

const masterKey = (name: string) => (name ? `${name}_vi` : 'vi');

function faultOf(key: string, value: unknown, translation: RegExp): string | undefined {
	if (!translation.test(key)) return 'is no field of a curriculum';
	return v.is(Text, value) ? undefined : 'must be a text of 1 to 600 characters';
}

const OptionForm = form({ picture: Description, correct: v.boolean() }, ['text']);
const oneCorrect = v.check(
	(options: v.InferOutput<typeof OptionForm>[]) => options.filter(({ correct }) => correct).length === 1,
	'needs exactly one correct option'
);

const QuestionForm = v.variant('kind', [
	form(
		{
			kind: v.literal('choice'),
			options: v.pipe(v.array(OptionForm), v.minLength(2), v.maxLength(3), oneCorrect)
		},
		['ask', 'why']
	),
	form({ kind: v.literal('truefalse'), options: v.pipe(v.array(OptionForm), v.length(2), oneCorrect) }, [
		'ask',
		'why'
	]),
	form(
		{
			kind: v.literal('order'),
			steps: v.pipe(v.array(form({ picture: Description }, [''])), v.minLength(2), v.maxLength(5))
		},
		['ask', 'why']
	)
]);

/** "[dialer] Toy dialer: call the …" */
export const PRACTICE = /^\[([a-z0-9]+(?:-[a-z0-9]+)*)\]\s+(\S[^]*)$/;

const LessonForm = form(
	{
		slug: Slug,
		cards: v.pipe(v.array(form({ picture: Description }, ['say'])), v.minLength(1), v.maxLength(50)),
		quiz: v.pipe(v.array(QuestionForm), v.maxLength(50)),
		practice: v.pipe(v.string(), v.regex(PRACTICE, 'must be like "[name] what is practised"'))
	},
	['title', 'objective'],
	['discuss']
);
const ModuleForm = form({ slug: Slug, lessons: v.pipe(v.array(LessonForm), v.minLength(1)) }, ['title']);
const CourseForm = form(
	{ slug: Slug, icon: Description, modules: v.pipe(v.array(ModuleForm), v.minLength(1)) },
	['title']
);
export const CurriculumForm = v.object({ courses: v.pipe(v.array(CourseForm), v.minLength(1)) });

export type CourseForm = v.InferOutput<typeof CourseForm>;
export type ModuleForm = v.InferOutput<typeof ModuleForm>;
export type LessonForm = v.InferOutput<typeof LessonForm>;
export type QuestionForm = v.InferOutput<typeof QuestionForm>;
