/** What is read of a list of women. `kind` is Kolibri's "user type": who is no learner there is left out. */
export const COLUMNS = [
	'name',
	'village',
	'birthYear',
	'group',
	'commune',
	'district',
	'province',
	'ethnicity',
	'household',
	'disability',
	'kind'
] as const;
export type Column = (typeof COLUMNS)[number];

/** What a person may choose; `kind` is found by itself or not at all. */
export const CHOSEN_COLUMNS = COLUMNS.filter((column) => column !== 'kind');

export const isColumn = (text: string): text is Column => (COLUMNS as readonly string[]).includes(text);
