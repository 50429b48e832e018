import type { ConsoleKey, Words } from '../words';

/** What was done, as the page and the file say it. `who` and `about` are ids or words of their own kind. */
export type SaidRow = {
	id: string;
	atMs: number;
	who: string;
	whoName: string;
	what: string;
	about: string;
	aboutName: string;
	aboutKind: string;
};

/** PocketBase's ids and phones' numbers tell nobody anything. */
const isId = (about: string) => /^[0-9a-z]{15}( |$)|^[0-9a-z]{26}( |$)/.test(about);

export function whoInWords({ who, whoName }: SaidRow, words: Words): string {
	if (whoName) return whoName;
	if (who === 'owner') return words.t('audit.owner');
	return who === '' ? words.t('audit.nobody') : words.t('audit.gone');
}

export const whatInWords = ({ what }: SaidRow, words: Words): string =>
	words.t(`audit.what.${what}` as ConsoleKey);

/** "" when there is nothing to say: an act about oneself, or about what has no name. */
export function aboutInWords({ who, about, aboutName, aboutKind }: SaidRow, words: Words): string {
	if (about === who) return '';
	if (aboutKind === 'group') return words.t('group.title', { group: aboutName });
	return aboutName || (isId(about) ? '' : about);
}

/** "Thứ Ba, 24 tháng 11, 2026", in Vietnam. */
export const dayOf = (ms: number, words: Words): string =>
	new Date(ms).toLocaleDateString(words.language, {
		weekday: 'long',
		day: 'numeric',
		month: 'long',
		year: 'numeric',
		timeZone: 'Asia/Ho_Chi_Minh'
	});
