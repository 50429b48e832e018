import { createContext } from 'svelte';
import { MASTER_LANGUAGE, type Language } from '$lib/domain/language';
import { fill, type Params } from './fill';
import { loadWords, masterWords, type MessageKey, type Words } from './words';

export type { MessageKey, Words } from './words';
export type { Params } from './fill';

/** The words of the interface in the language of the page. */
export class Messages {
	#words = $state.raw<Words>(masterWords);
	language = $state<Language>(MASTER_LANGUAGE);

	constructor(language: Language = MASTER_LANGUAGE, words: Words = masterWords) {
		this.language = language;
		this.#words = words;
	}

	/** The message in her language, its `{name}`s filled in; a text that is not translated comes in Vietnamese. */
	t = (key: MessageKey, params?: Params): string => fill(this.template(key), params, this.language);

	/** The message with its `{name}`s still in it. */
	template = (key: MessageKey): string => this.#words[key] ?? masterWords[key];

	/** Turns the whole interface to another language; the page says so to screen readers too. */
	async use(language: Language): Promise<void> {
		this.#words = await loadWords(language);
		this.language = language;
		document.documentElement.lang = language;
	}
}

export const [getMessages, setMessages] = createContext<Messages>();
