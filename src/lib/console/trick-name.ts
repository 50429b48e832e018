import type { ConsoleKey, Words } from './words';

/** What trainers call a trick; one that this version has no words for is shown by its name. */
export function trickName(trick: string, words: Words): string {
	const key = `trick.${trick}`;
	const text = words.t(key as ConsoleKey);
	return text && text !== key ? text : trick.replaceAll('-', ' ');
}
