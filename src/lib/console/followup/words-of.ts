import type { FollowUpAnswer, FollowUpQuestion } from '$lib/domain/followup';
import type { ConsoleKey } from '../words';

/** The message of a question, or of one of its answers. */
export function wordsOf(question: FollowUpQuestion, answer?: FollowUpAnswer): ConsoleKey {
	if (answer === undefined) return `followup.ask.${question}`;
	return answer === 'unsure' ? 'followup.unsure' : (`followup.${question}.${answer}` as ConsoleKey);
}
