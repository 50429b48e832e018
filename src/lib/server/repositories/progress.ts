import type { Progress, QuestionProgress } from '$lib/domain/progress';
import { pbCall } from '../pocketbase';

type Rows = {
	lessons: [lesson: string, heard: number, completedAtMs: number, firstAtMs: number, lastAtMs: number][];
	questions: [
		lesson: string,
		question: number,
		answers: number,
		wrong: number,
		right: number,
		rightFirst: number
	][];
	courses: [course: string, completedAtMs: number][];
};

/** A learner's progress out of the server's roll-up: equal to what her phone folds from the same events. */
export async function progressOf(learner: string): Promise<Progress> {
	const rows = await pbCall<Rows>('GET', `/api/banmay/learners/${learner}/progress`);
	const progress: Progress = { lessons: {}, courses: Object.fromEntries(rows.courses) };
	for (const [lesson, heard, completedAtMs, firstAtMs, lastAtMs] of rows.lessons)
		progress.lessons[lesson] = {
			firstAtMs,
			lastAtMs,
			heard: numbersOf(heard),
			questions: {},
			completedAtMs: completedAtMs || null
		};
	for (const [lesson, question, answers, wrong, right, rightFirst] of rows.questions) {
		const done: QuestionProgress = { answers, wrong, right: right === 1, rightFirst: rightFirst === 1 };
		const questions = progress.lessons[lesson]?.questions;
		if (questions) questions[question] = done;
	}
	return progress;
}

/** The numbers whose bits are set, ascending. By division, because `>>` ends at bit 31; 51 bits fit a JSON number. */
export function numbersOf(bits: number): number[] {
	const numbers: number[] = [];
	for (let number = 0, left = bits; left > 0; number++, left = Math.floor(left / 2))
		if (left % 2 === 1) numbers.push(number);
	return numbers;
}
