/** As many as one group has, twice over: a longer paste is likely the wrong list. */
export const MAX_NAMES = 60;
export const MAX_NAME_LENGTH = 80;

export type RosterProblem =
	| { code: 'no_names' }
	| { code: 'too_many_names'; n: number }
	| { code: 'names_too_long' | 'already_here' | 'twice'; names: string[] };
export type Roster = { kind: 'names'; names: string[] } | ({ kind: 'problem' } & RosterProblem);

/**
 * The women's names out of what the trainer typed or pasted, one a line.
 * @param inGroup names that are in the group already
 * @param areDifferent she has said that equal names are different women
 */
export function readRoster(text: string, inGroup: string[], areDifferent: boolean): Roster {
	const names = text
		.split(/\r\n|[\n\r\u2028\u2029]/)
		.map(tidyName)
		.filter(Boolean);
	if (names.length === 0) return { kind: 'problem', code: 'no_names' };
	if (names.length > MAX_NAMES) return { kind: 'problem', code: 'too_many_names', n: names.length };
	const tooLong = names.filter((name) => lengthOf(name) > MAX_NAME_LENGTH);
	if (tooLong.length > 0) return { kind: 'problem', code: 'names_too_long', names: tooLong.map(shortened) };
	const problem = areDifferent ? undefined : duplicates(names, inGroup);
	return problem ? { kind: 'problem', ...problem } : { kind: 'names', names };
}

function duplicates(names: string[], inGroup: string[]): RosterProblem | undefined {
	const known = new Set(inGroup.map(sameAs));
	const here = names.filter((name) => known.has(sameAs(name)));
	if (here.length > 0) return { code: 'already_here', names: unique(here) };
	const twice = names.filter((name, i) => names.findIndex((other) => sameAs(other) === sameAs(name)) < i);
	return twice.length > 0 ? { code: 'twice', names: unique(twice) } : undefined;
}

/** One name as it is stored: composed letters, single spaces, no control characters, without the number or the dash
 * that a pasted list puts before it. */
export function tidyName(line: string): string {
	return line
		.normalize('NFC')
		.replace(/\p{Cc}/gu, ' ')
		.replace(/[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
		.replace(/\s+/g, ' ')
		.trim()
		.replace(/^(?:\d{1,3}[.)]|[-–•*])\s+/, '');
}

/** In characters as people count them, not in UTF-16 units. */
export const lengthOf = (text: string): number => [...text].length;

const sameAs = (name: string) => tidyName(name).toLocaleLowerCase('vi');
const unique = (names: string[]) => [...new Set(names)];
const shortened = (name: string) => `${[...name].slice(0, 30).join('')}…`;
