import type { FollowUpAnswer, FollowUpQuestion } from '$lib/domain/followup';

/** The drawings as data: they come with the page's code, so they are there offline (scripts/pictures/followup.mjs). */
const files = import.meta.glob<string>('./pictures/*.svg', { query: '?raw', import: 'default', eager: true });

/** An address for `<img>`. */
export const pictureOf = (name: string): string =>
	`data:image/svg+xml,${encodeURIComponent(files[`./pictures/${name}.svg`] ?? '')}`;

export const pictureOfAnswer = (question: FollowUpQuestion, answer: FollowUpAnswer): string =>
	pictureOf(answer === 'unsure' ? answer : `${question}-${answer}`);
