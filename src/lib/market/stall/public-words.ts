import sellEn from '$lib/i18n/areas/sell.en.json';
import sellVi from '$lib/i18n/areas/sell.vi.json';
import { fill, type Params } from '$lib/i18n/fill';
import en from '$lib/i18n/public/stall.en.json';
import vi from '$lib/i18n/public/stall.vi.json';

export type StallLanguage = 'vi' | 'en';
export type StallKey = keyof typeof vi;
type SellKey = keyof typeof sellVi;

/** The words of the strangers' page; what she tapped on her phone is called as it was there. */
export class StallWords {
	constructor(readonly language: StallLanguage) {}

	t = (key: StallKey, params?: Params): string =>
		fill((this.language === 'en' ? en : vi)[key], params, this.language);

	sold = (key: SellKey): string => (this.language === 'en' ? sellEn : sellVi)[key];
}

export const stallLanguage = (url: URL): StallLanguage =>
	url.searchParams.get('lang') === 'en' ? 'en' : 'vi';
