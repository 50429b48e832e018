import sellEn from '$lib/i18n/areas/sell.en.json';
import sellVi from '$lib/i18n/areas/sell.vi.json';
import { fill, type Params } from '$lib/i18n/fill';
import en from '$lib/i18n/public/partners.en.json';
import vi from '$lib/i18n/public/partners.vi.json';

export type BoardLanguage = 'vi' | 'en';
export type BoardKey = keyof typeof vi;

/** The words of the form on which partners apply; products are called as women call them. */
export class BoardWords {
	constructor(readonly language: BoardLanguage) {}

	t = (key: BoardKey, params?: Params): string =>
		fill((this.language === 'en' ? en : vi)[key], params, this.language);

	sold = (key: keyof typeof sellVi): string => (this.language === 'en' ? sellEn : sellVi)[key];
}

export const boardLanguage = (url: URL): BoardLanguage =>
	url.searchParams.get('lang') === 'en' ? 'en' : 'vi';
