import type { Lesson } from './lesson';

/** Every media file that a woman who hears this lesson in `language` needs, each once. */
export function mediaOf(lesson: Lesson, language: string): string[] {
	const spoken = (by: Record<string, { clip: string }>) => (by[language] ?? by.vi)?.clip ?? '';
	const names = [spoken(lesson.title), spoken(lesson.objective)];
	for (const card of lesson.cards) names.push(spoken(card.say), card.picture);
	if (lesson.discuss) names.push(spoken(lesson.discuss));
	for (const question of lesson.questions) {
		names.push(spoken(question.ask), spoken(question.why));
		const parts = question.kind === 'order' ? question.steps : question.options;
		for (const part of parts) names.push(spoken(part.text), part.picture);
	}
	return [...new Set(names)].filter(Boolean);
}
