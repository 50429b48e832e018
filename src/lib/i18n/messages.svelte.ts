import { createContext } from 'svelte';
import { MASTER_LANGUAGE, type Language } from '$lib/domain/language';
import { fill, type Params } from './fill';
import {
	loadArea,
	loadWords,
	masterWords,
	type Area,
	type AreaWords,
	type MessageKey,
	type Words
} from './words';

export type { MessageKey, Words } from './words';
export type { Params } from './fill';

/** The words of the interface in the language of the page. */
export class Messages {
	#words = $state.raw<Words>(masterWords);
	readonly #areas: Area[] = [];
	language = $state<Language>(MASTER_LANGUAGE);

	constructor(language: Language = MASTER_LANGUAGE, words: Words = masterWords) {
		this.language = language;
		this.#words = words;
	}

	/** The message in her language, its `{name}`s filled in; a text that is not translated comes in Vietnamese. */
	t = (key: MessageKey, params?: Params): string => fill(this.template(key), params, this.language);

	/** The message with its `{name}`s still in it. */
	template = (key: MessageKey): string => this.#words[key] ?? (masterWords as Words)[key] ?? key;

	/** Takes in the words of an area that the page has brought; they stay for the pages after it. */
	include({ area, words }: AreaWords): void {
		if (!this.#areas.includes(area)) this.#areas.push(area);
		this.#words = { ...this.#words, ...words };
	}

	/** Fetches the words of an area, for what is opened without a page of its own. */
	async bring(area: Area): Promise<void> {
		if (!this.#areas.includes(area)) this.include(await loadArea(area, this.language));
	}

	/** Turns the whole interface to another language; the page says so to screen readers too. */
	async use(language: Language): Promise<void> {
		this.#words = await loadWords(language, this.#areas);
		this.language = language;
		document.documentElement.lang = language;
	}

	/** The template of a message in another language than the page's. */
	async templateIn(language: Language, key: MessageKey): Promise<string> {
		return (await loadWords(language, this.#areas))[key] ?? this.template(key);
	}
}

export const [getMessages, setMessages] = createContext<Messages>();
