import type { QuestionField } from '$lib/domain/voice-limits';

/** The drawings of the fields as data: they come with the page's code, so they are there offline. */
const files = import.meta.glob<string>('./pictures/*.svg', { query: '?raw', import: 'default', eager: true });

/** An address for `<img>`. */
export const pictureOf = (field: QuestionField): string =>
	`data:image/svg+xml,${encodeURIComponent(files[`./pictures/${field}.svg`] ?? '')}`;
