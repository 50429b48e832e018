import { MASTER_LANGUAGE, type Language } from '$lib/domain/language';
import vi from './learner.vi.json';

export type MessageKey = keyof typeof vi;
export type Words = Partial<Record<MessageKey, string>>;

export const masterWords: Record<MessageKey, string> = vi;

/** Languages of the interface, each by its own name. Their words come when they are chosen. */
export const INTERFACE_LANGUAGES: readonly Language[] = [MASTER_LANGUAGE, 'en'];

/** The words of a language; Vietnamese where there are none, because a text is never missing. */
export async function loadWords(language: Language): Promise<Words> {
	if (language === 'en') return (await import('./learner.en.json')).default;
	return masterWords;
}
