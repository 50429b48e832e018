import type { OrderQuestion } from '$lib/domain/lesson';

/** @param placed numbers of the steps in the order in which she put them */
export function grade(question: OrderQuestion, placed: readonly number[]): boolean {
	return (
		placed.length === question.steps.length && question.steps.every(({ id }, index) => placed[index] === id)
	);
}
