import { fill, type Params } from '$lib/i18n/fill';
import type other from '$lib/i18n/public/verify-other.vi.json';
import vi from '$lib/i18n/public/verify.vi.json';

export type VerifyKey = keyof typeof vi | keyof typeof other;
export type VerifyLanguage = 'vi' | 'en';
export type VerifyWords = Partial<Record<VerifyKey, string>>;

/**
 * The words of the strangers' page. Most who look find a badge that is true, in Vietnamese: they load no more.
 * @param whole also what is said of a badge that is not
 */
export async function loadVerifyWords(language: VerifyLanguage, whole: boolean): Promise<VerifyWords> {
	const [plain, others] = await Promise.all([
		language === 'en' ? import('$lib/i18n/public/verify.en.json') : { default: vi },
		whole ? otherWords(language) : { default: {} }
	]);
	return { ...plain.default, ...others.default };
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
