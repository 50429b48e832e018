import { fill, type Params } from '$lib/i18n/fill';
import vi from '$lib/i18n/public/verify.vi.json';

export type VerifyKey = keyof typeof vi;
export type VerifyLanguage = 'vi' | 'en';
export type VerifyWords = Record<VerifyKey, string>;

/** The words of the strangers' page; another language comes when it is wanted. */
export async function loadVerifyWords(language: VerifyLanguage): Promise<VerifyWords> {
	return language === 'en' ? (await import('$lib/i18n/public/verify.en.json')).default : vi;
}

export const verifyWords =
	(language: VerifyLanguage, words: VerifyWords = vi) =>
	(key: VerifyKey, params?: Params): string =>
		fill(words[key], params, language);
