import * as v from 'valibot';
import type { SourceLesson, TextByLanguage } from '$lib/domain/curriculum';
import { Lesson } from '$lib/domain/lesson';
import type { Spoken, SpokenByLanguage } from '$lib/domain/media';
import { canonicalJson } from './canonical-json';
import type { Clip } from './narrate/narrate';

/** Where a lesson's clips and pictures are found by what they say and show. */
export type Shelves = {
	clipOf(language: string, text: string): Clip | undefined;
	/** The name of the drawn picture in the blob store. */
	pictureOf(description: string): string;
};

/** A text with its clips. A translation without a clip is left out: she hears the Vietnamese instead. */
export function speakable(text: TextByLanguage, { clipOf }: Pick<Shelves, 'clipOf'>): SpokenByLanguage {
	const spoken = Object.entries(text).flatMap(([language, words]): [string, Spoken][] => {
		const found = clipOf(language, words);
		if (!found) return [];
		const { clip, ms, bytes, voice } = found;
		return [[language, { text: words, clip, ms, bytes, voice }]];
	});
	return Object.fromEntries(spoken) as SpokenByLanguage;
}

/** The published form of a lesson. @throws {v.ValiError} when it is none: `checkBundle` was not asked first */
export function buildLesson(source: SourceLesson, course: string, shelves: Shelves): Lesson {
	const { pictureOf } = shelves;
	const say = (text: TextByLanguage) => speakable(text, shelves);
	const shown = <Part extends { text: TextByLanguage; picture: string }>(part: Part) => ({
		...part,
		text: say(part.text),
		picture: pictureOf(part.picture)
	});
	const lesson = {
		format: 1,
		slug: source.slug,
		course,
		title: say(source.title),
		objective: say(source.objective),
		cards: source.cards.map((card) => ({
			...card,
			say: say(card.say),
			picture: pictureOf(card.picture)
		})),
		...(source.discuss ? { discuss: say(source.discuss) } : {}),
		questions: source.questions.map((question) => {
			const asked = { ...question, ask: say(question.ask), why: say(question.why) };
			return question.kind === 'order'
				? { ...asked, steps: question.steps.map(shown) }
				: { ...asked, options: question.options.map(shown) };
		}),
		practice: source.practice
	};
	return v.parse(Lesson, lesson) as Lesson;
}

/** A lesson's bytes: its hash is its name for ever. */
export const lessonBytes = (lesson: Lesson): Buffer => Buffer.from(canonicalJson(lesson));
