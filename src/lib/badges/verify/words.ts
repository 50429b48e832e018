import { fill, type Params } from '$lib/i18n/fill';
import en from '$lib/i18n/public/verify.en.json';
import vi from '$lib/i18n/public/verify.vi.json';

export type VerifyKey = keyof typeof vi;
export type VerifyLanguage = 'vi' | 'en';

/** The words of the strangers' page. */
export const verifyWords =
	(language: VerifyLanguage) =>
	(key: VerifyKey, params?: Params): string =>
		fill((language === 'en' ? en : vi)[key], params, language);
