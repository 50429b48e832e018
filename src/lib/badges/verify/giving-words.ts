import vi from '$lib/i18n/public/verify-giving.vi.json';
import type { VerifyLanguage } from './words';

export type GivingKey = keyof typeof vi;
export type GivingWords = Record<GivingKey, string>;

/** Where no other language has come yet. */
export const vietnamese: GivingWords = vi;

/** The words for handing a badge over: whoever follows a link to one does without them. */
export async function loadGivingWords(language: VerifyLanguage): Promise<GivingWords> {
	return language === 'en' ? (await import('$lib/i18n/public/verify-giving.en.json')).default : vi;
}
