import type { TrueFalseQuestion } from '$lib/domain/lesson';

/** @param option number of "Đúng" or "Sai", whichever she chose */
export function grade(question: TrueFalseQuestion, option: number): boolean {
	return question.options.some(({ id, correct }) => id === option && correct);
}
