import type { ChoiceQuestion } from '$lib/domain/lesson';

/** @param option number of the option that she chose */
export function grade(question: ChoiceQuestion, option: number): boolean {
	return question.options.some(({ id, correct }) => id === option && correct);
}
