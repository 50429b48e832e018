import type { ConsoleKey, Words } from '../words';

const DONE = [
	...[
		'entered',
		'changed',
		'unsure',
		'verified',
		'refused',
		'suspended',
		'unverified',
		'reported',
		'handled'
	],
	...['made', 'resumed', 'known', 'noted', 'ended', 'back']
];

/** What was done, in words; '' for what nobody does. */
export const doneInWords = (done: string | undefined, words: Words): string =>
	done !== undefined && DONE.includes(done) ? words.t(`board.done.${done}` as ConsoleKey) : '';
