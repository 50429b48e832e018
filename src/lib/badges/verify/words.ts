import { fill, type Params } from '$lib/i18n/fill';
import type other from '$lib/i18n/public/verify-other.vi.json';
import en from '$lib/i18n/public/verify.en.json';
import vi from '$lib/i18n/public/verify.vi.json';

export type VerifyKey = keyof typeof vi | keyof typeof other;
export type VerifyLanguage = 'vi' | 'en';
export type VerifyWords = Partial<Record<VerifyKey, string>>;

/** Most who look find a badge that is true: they load no more. A file of its own for the second language would cost
 * who reads it more than these few words cost everybody. */
const plain = { vi, en };

/**
 * The words of the strangers' page.
 * @param whole also what is said of a badge that is not true
 */
export async function loadVerifyWords(language: VerifyLanguage, whole: boolean): Promise<VerifyWords> {
	return whole ? { ...plain[language], ...(await otherWords(language)).default } : plain[language];
}

const otherWords = (language: VerifyLanguage) =>
	language === 'en'
		? import('$lib/i18n/public/verify-other.en.json')
		: import('$lib/i18n/public/verify-other.vi.json');

export type Translate = (key: VerifyKey, params?: Params) => string;

export const verifyWords =
	(language: VerifyLanguage, words: VerifyWords = vi): Translate =>
	(key, params) =>
		fill(words[key] ?? '', params, language);
