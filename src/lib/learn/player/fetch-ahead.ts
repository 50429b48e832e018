import { inLanguage, type Language } from '$lib/domain/language';
import type { Lesson } from '$lib/domain/lesson';
import type { Step } from './plan';

type Parts = Pick<Lesson, 'cards' | 'questions'>;

/** What a step of the lesson shows and says first. */
export function mediaOfStep(step: Step | undefined, lesson: Parts, language: Language): string[] {
	if (step?.kind === 'card') {
		const card = lesson.cards.find(({ id }) => id === step.id);
		return card ? [inLanguage(card.say, language).clip, card.picture] : [];
	}
	const question = lesson.questions.find(({ id }) => id === step?.id);
	if (!question) return [];
	const parts = question.kind === 'order' ? question.steps : question.options;
	return [inLanguage(question.ask, language).clip, ...parts.map(({ picture }) => picture)];
}

/** Fetches what comes next while she listens, so that it is there when she taps; nothing is told of failures. */
export function fetchAhead(names: readonly string[]): void {
	for (const name of names)
		fetch(`/media/${name}`, { priority: 'low' })
			.then((response) => response.arrayBuffer())
			.catch(() => undefined);
}
