import type { FollowUpAnswer, FollowUpQuestion } from '$lib/domain/followup';
import type { MessageKey } from '$lib/i18n/messages.svelte';

export const askOf = (question: FollowUpQuestion): MessageKey => `followup.ask.${question}`;

export const wordsOf = (question: FollowUpQuestion, answer: FollowUpAnswer): MessageKey =>
	answer === 'unsure' ? 'followup.unsure' : (`followup.${question}.${answer}` as MessageKey);
