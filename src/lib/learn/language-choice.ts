import { MASTER_LANGUAGE, type Language } from '$lib/domain/language';

/**
 * The language picked on this phone, beside the profiles in the database: it is known at once, so that nothing
 * waits for 30 kB of database to know which words to show. The profile's own language wins once it is open.
 */
const KEY = 'ban-may.language';

/** Where the browser keeps nothing, the choice holds as long as the page. */
const onPage: { language?: Language } = {};

/** @returns undefined before she has picked one */
export function chosenLanguage(): Language | undefined {
	try {
		return localStorage.getItem(KEY) ?? onPage.language;
	} catch {
		return onPage.language;
	}
}

export function keepChosenLanguage(language: Language = MASTER_LANGUAGE): void {
	onPage.language = language;
	try {
		localStorage.setItem(KEY, language);
	} catch {
		// A browser that keeps nothing asks again next time.
	}
}
