import { gzipSync } from 'node:zlib';
import type { CatalogLesson } from '$lib/domain/course';
import { MASTER_LANGUAGE } from '$lib/domain/language';
import { mediaOf, type Lesson } from '$lib/domain/lesson';
import type { Spoken } from '$lib/domain/media';
import { partsOf } from './bundle';

/**
 * How the catalogue lists a published lesson. Bytes are those of the way to the phone: text packed, clips as they
 * are. @param pictureBytes packed size of a picture by its name
 */
export function catalogLesson(
	lesson: Lesson,
	bytes: Buffer,
	hash: string,
	pictureBytes: (name: string) => number
): CatalogLesson {
	const spoken = spokenIn(lesson);
	// It weighs, but a woman alone does not hear it.
	const sent = lesson.discuss ? [...spoken, lesson.discuss] : spoken;
	const clipBytes = new Map(sent.flatMap((by) => Object.values(by)).map((said) => [said.clip, said.bytes]));
	const sizeIn = (language: string) => {
		const heard = spoken
			.map((by) => by[language] ?? by[MASTER_LANGUAGE])
			.filter((said) => said !== undefined);
		const media = mediaOf(lesson, language).map((name) => clipBytes.get(name) ?? pictureBytes(name));
		const ms = heard.reduce((sum, said) => sum + said.ms, 0);
		return { seconds: Math.round(ms / 1000), bytes: sum(media) + packedBytes(bytes) };
	};
	const languages = [...new Set(spoken.flatMap((by) => Object.keys(by)))].sort();
	const sizes = Object.fromEntries(languages.map((language) => [language, sizeIn(language)]));
	return {
		slug: lesson.slug,
		hash,
		title: lesson.title,
		picture: lesson.cards[0]?.picture ?? '',
		...sizeIn(MASTER_LANGUAGE),
		sizes,
		cards: lesson.cards.map(({ id }) => id),
		questions: lesson.questions.map(({ id }) => id)
	};
}

/** What a text weighs on its way. */
export const packedBytes = (text: Buffer | string): number => gzipSync(text).length;

const sum = (numbers: number[]) => numbers.reduce((total, n) => total + n, 0);

function spokenIn(lesson: Lesson): Record<string, Spoken>[] {
	return [
		lesson.title,
		lesson.objective,
		...lesson.cards.map(({ say }) => say),
		...lesson.questions.flatMap((question) => [
			question.ask,
			...partsOf(question).map(({ text }) => text),
			question.why
		])
	];
}
