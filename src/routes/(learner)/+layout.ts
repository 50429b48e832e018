import { browser } from '$app/environment';
import { MASTER_LANGUAGE } from '$lib/domain/language';
import { loadWords } from '$lib/i18n/words';
import { chosenLanguage } from '$lib/learn/language-choice';

/** The server does not know her language, and answers in Vietnamese; the phone does. */
export async function load() {
	const language = (browser && chosenLanguage()) || MASTER_LANGUAGE;
	return { language, words: await loadWords(language) };
}
