/** BCP 47 tag of a language that lessons or the interface may be heard in. A language arrives as data. */
export type Language = string;

/** The master language: every text and clip exists in it, and every other language falls back aloud to it. */
export const MASTER_LANGUAGE = 'vi';

/** The value in her language, else the master language's: a text is never missing, only untranslated. */
export function inLanguage<T>(byLanguage: Record<Language, T>, language: Language): T {
	const value = byLanguage[language] ?? byLanguage[MASTER_LANGUAGE];
	if (value === undefined) throw new Error(`No text in "${language}" and none in "${MASTER_LANGUAGE}".`);
	return value;
}
