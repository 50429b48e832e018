import { createContext } from 'svelte';
import { fill, type Params } from '$lib/i18n/fill';
import auditEn from '$lib/i18n/console/audit.en.json';
import auditVi from '$lib/i18n/console/audit.vi.json';
import badgesEn from '$lib/i18n/console/badges.en.json';
import badgesVi from '$lib/i18n/console/badges.vi.json';
import baseEn from '$lib/i18n/console/base.en.json';
import baseVi from '$lib/i18n/console/base.vi.json';
import boardEn from '$lib/i18n/console/board.en.json';
import boardVi from '$lib/i18n/console/board.vi.json';
import contentEn from '$lib/i18n/console/content.en.json';
import contentVi from '$lib/i18n/console/content.vi.json';
import entryEn from '$lib/i18n/console/entry.en.json';
import entryVi from '$lib/i18n/console/entry.vi.json';
import importEn from '$lib/i18n/console/import.en.json';
import importVi from '$lib/i18n/console/import.vi.json';
import eveningEn from '$lib/i18n/console/evening.en.json';
import eveningVi from '$lib/i18n/console/evening.vi.json';
import followupEn from '$lib/i18n/console/followup.en.json';
import followupVi from '$lib/i18n/console/followup.vi.json';
import knownEn from '$lib/i18n/console/known.en.json';
import knownVi from '$lib/i18n/console/known.vi.json';
import noticesEn from '$lib/i18n/console/notices.en.json';
import noticesVi from '$lib/i18n/console/notices.vi.json';
import offlineEn from '$lib/i18n/console/offline.en.json';
import offlineVi from '$lib/i18n/console/offline.vi.json';
import partnersEn from '$lib/i18n/console/partners.en.json';
import partnersVi from '$lib/i18n/console/partners.vi.json';
import peopleEn from '$lib/i18n/console/people.en.json';
import peopleVi from '$lib/i18n/console/people.vi.json';
import phonesEn from '$lib/i18n/console/phones.en.json';
import phonesVi from '$lib/i18n/console/phones.vi.json';
import practiceEn from '$lib/i18n/console/practice.en.json';
import practiceVi from '$lib/i18n/console/practice.vi.json';
import reportsEn from '$lib/i18n/console/reports.en.json';
import reportsVi from '$lib/i18n/console/reports.vi.json';
import scamsEn from '$lib/i18n/console/scams.en.json';
import scamsVi from '$lib/i18n/console/scams.vi.json';
import seeingEn from '$lib/i18n/console/seeing.en.json';
import seeingVi from '$lib/i18n/console/seeing.vi.json';
import stallsEn from '$lib/i18n/console/stalls.en.json';
import stallsVi from '$lib/i18n/console/stalls.vi.json';
import togetherEn from '$lib/i18n/console/together.en.json';
import togetherVi from '$lib/i18n/console/together.vi.json';
import voicesEn from '$lib/i18n/console/voices.en.json';
import voicesVi from '$lib/i18n/console/voices.vi.json';

/** The console's words, a pair of files for each area; a page on a laptop may carry all of them. */
const vi = {
	...baseVi,
	...peopleVi,
	...entryVi,
	...auditVi,
	...phonesVi,
	...importVi,
	...eveningVi,
	...followupVi,
	...knownVi,
	...noticesVi,
	...badgesVi,
	...boardVi,
	...contentVi,
	...offlineVi,
	...partnersVi,
	...practiceVi,
	...reportsVi,
	...scamsVi,
	...seeingVi,
	...stallsVi,
	...togetherVi,
	...voicesVi
};
const en = {
	...baseEn,
	...peopleEn,
	...entryEn,
	...auditEn,
	...phonesEn,
	...importEn,
	...eveningEn,
	...followupEn,
	...knownEn,
	...noticesEn,
	...badgesEn,
	...boardEn,
	...contentEn,
	...offlineEn,
	...partnersEn,
	...practiceEn,
	...reportsEn,
	...scamsEn,
	...seeingEn,
	...stallsEn,
	...togetherEn,
	...voicesEn
};

export type ConsoleKey = keyof typeof vi;
export const CONSOLE_LANGUAGES = ['vi', 'en'] as const;
export type ConsoleLanguage = (typeof CONSOLE_LANGUAGES)[number];

/** Whole words are kept up to ten; larger numbers stand as figures. */
const LAST_WORD = 10;

/** The console's words in one language. It says the same on the server, where problems are put into words. */
export class Words {
	readonly #words: Partial<Record<string, string>>;

	constructor(readonly language: ConsoleLanguage) {
		this.#words = language === 'en' ? en : vi;
	}

	t = (key: ConsoleKey, params?: Params): string => fill(this.#words[key] ?? vi[key], params, this.language);

	/** The message for a number of things: `{n}` is the number, `{many}` the number as a word ("Three"). */
	count = (key: ConsoleKey, n: number, params?: Params): string => {
		const template = (n === 1 && this.#words[`${key}.one`]) || (this.#words[key] ?? vi[key]);
		return fill(template, { n, many: this.#many(n), ...params }, this.language);
	};

	#many(n: number): string {
		return (n <= LAST_WORD && this.#words[`many.${n}`]) || n.toLocaleString(this.language);
	}
}

export const languageFrom = (value: string | undefined): ConsoleLanguage => (value === 'en' ? 'en' : 'vi');

export const [getWords, setWords] = createContext<Words>();
