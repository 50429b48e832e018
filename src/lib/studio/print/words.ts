import { fill, type Params } from '$lib/i18n/fill';
import en from '$lib/i18n/public/print.en.json';
import vi from '$lib/i18n/public/print.vi.json';

export type PrintKey = keyof typeof vi;
/** Of the words around the lessons; the lessons themselves may be in any language. */
export type PrintLanguage = 'vi' | 'en';

export const printWords =
	(language: PrintLanguage) =>
	(key: PrintKey, params?: Params): string =>
		fill((language === 'en' ? en : vi)[key], params, language);
