import type { Catalog } from '$lib/domain/course';
import { explainingCard } from '$lib/domain/explaining-card';
import { inLanguage } from '$lib/domain/language';
import { lessonsOf } from '$lib/domain/lessons-of';
import type { AskedByLesson } from '$lib/domain/question-figures';
import { readLesson } from './read-lesson';

const kept = new Map<string, Promise<AskedByLesson>>();
/** Two languages of what is published now and of what was a moment ago. */
const MOST_KEPT = 4;

/** The words of every question that is published. The lessons are read once for each catalogue. */
export function askedIn({ courses }: Catalog, language: string): Promise<AskedByLesson> {
	const lessons = courses.flatMap(lessonsOf);
	const key = [language, ...lessons.map(({ hash }) => hash)].join(' ');
	const known = kept.get(key);
	if (known) return known;
	if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value as string);
	const reading = read(
		lessons.map(({ hash }) => hash),
		language
	);
	kept.set(key, reading);
	reading.catch(() => kept.delete(key));
	return reading;
}

async function read(hashes: string[], language: string): Promise<AskedByLesson> {
	const asked: AskedByLesson = {};
	// One after the other: fifty files at once would hold up the phones that are syncing.
	for (const hash of hashes) {
		const lesson = await readLesson(hash);
		if (!lesson) continue;
		asked[lesson.slug] = Object.fromEntries(
			lesson.questions.map((question) => {
				const card = explainingCard(lesson, question);
				const said = lesson.cards.find(({ id }) => id === card);
				const says = said ? inLanguage(said.say, language).text : '';
				return [question.id, { ask: inLanguage(question.ask, language).text, card, says }];
			})
		);
	}
	return asked;
}
