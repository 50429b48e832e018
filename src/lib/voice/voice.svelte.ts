import { createContext } from 'svelte';
import type { Language } from '$lib/domain/language';
import type { Spoken } from '$lib/domain/media';
import type { MessageKey, Messages } from '$lib/i18n/messages.svelte';
import type { Params } from '$lib/i18n/fill';
import { chooseVoice, findLocalVoice, type Way } from './choose';
import type { Said } from './said';
import { wordAround, wordAt, type WordRange } from './word-at';

/** How saying something ended. `blocked`: the browser wants a tap first. */
export type SayEnd = 'ended' | 'stopped' | 'missing' | 'blocked';
export type SayOptions = { id?: string };

/** A tenth of a second: the eye follows the word, and a slow phone is not kept busy. */
const FOLLOW_MS = 100;
export const SLOW_RATE = 0.75;

/**
 * Everything that the page says aloud; one voice, never two at once: whatever is said next ends what is being
 * said. Nothing here throws for a sound that does not come: it answers `missing` and tells `onMissing`.
 */
export class Voice {
	/** The id given with what is being said, or null in silence. */
	speaking = $state<string | null>(null);
	isPaused = $state(false);
	/** How much of the clip has been heard, 0 to 1. */
	fraction = $state(0);
	/** The word being said, as places in the text. */
	word = $state.raw<WordRange | null>(null);
	rate = $state<number>(1);
	/** Called with the name of a clip that would not play. */
	onMissing: ((clip: string) => void) | undefined;

	#messages: Messages;
	#audio: HTMLAudioElement | undefined;
	#turn = 0;
	#finish: ((end: SayEnd) => void) | undefined;

	constructor(messages: Messages) {
		this.#messages = messages;
		// The list of voices comes late in Chrome, and only once somebody has asked for it.
		if (typeof speechSynthesis !== 'undefined') speechSynthesis.getVoices();
	}

	/** Takes over an <audio> of the page with what it has loaded. When it already plays `spoken`, that goes on. */
	adopt(audio: HTMLAudioElement, spoken: Spoken, options: SayOptions = {}): Promise<SayEnd> | undefined {
		const isPlaying = !audio.paused && !audio.ended;
		if (this.#audio && !isPlaying) return undefined;
		this.#audio = audio;
		if (!isPlaying) return undefined;
		const turn = this.#begin(options.id);
		return this.#close(turn, this.#playClip(spoken));
	}

	/** Speaks through this element from now on (undefined: through one of its own). What is being said ends. */
	useAudio(audio: HTMLAudioElement | undefined) {
		this.stop();
		this.#audio = audio;
	}

	/** Says one sentence, given in one language or in all that there are. */
	say(what: Spoken | Record<Language, Spoken>, options: SayOptions = {}): Promise<SayEnd> {
		const turn = this.#begin(options.id ?? textOf(what, this.#messages.language));
		const way = chooseVoice(
			asByLanguage(what, this.#messages.language),
			this.#messages.language,
			hasLocalVoice
		);
		return this.#close(turn, way ? this.#playWay(way) : Promise.resolve('missing'));
	}

	/** Says a message of the interface; `language` says it in another one than the page's. */
	async sayMessage(key: MessageKey, params?: Params, options: SayOptions & { language?: Language } = {}) {
		const turn = this.#begin(options.id ?? key);
		return this.#close(turn, this.#playMessage(turn, { key, params }, options.language));
	}

	/** Says one after the other; `onSaying` is told before each. */
	async sayAll(list: readonly Said[], onSaying?: (index: number) => void, options: SayOptions = {}) {
		const turn = this.#begin(options.id ?? 'page');
		return this.#close(turn, this.#playList(turn, list, onSaying));
	}

	pause() {
		this.isPaused = true;
		this.#audio?.pause();
		if (typeof speechSynthesis !== 'undefined') speechSynthesis.pause();
	}

	resume() {
		this.isPaused = false;
		if (typeof speechSynthesis !== 'undefined') speechSynthesis.resume();
		if (this.#audio && !this.#audio.ended) void this.#audio.play().catch(() => undefined);
	}

	stop() {
		this.#turn += 1;
		this.#silence();
		this.speaking = null;
	}

	setRate(rate: number) {
		this.rate = rate;
		if (this.#audio) this.#audio.playbackRate = rate;
	}

	#begin(id: string | undefined): number {
		this.#turn += 1;
		this.#silence();
		this.speaking = id ?? null;
		return this.#turn;
	}

	#silence() {
		if (this.#finish) {
			this.#audio?.pause();
			this.#finish('stopped');
		}
		if (typeof speechSynthesis !== 'undefined') speechSynthesis.cancel();
		this.isPaused = false;
		this.fraction = 0;
		this.word = null;
	}

	async #close(turn: number, saying: Promise<SayEnd>): Promise<SayEnd> {
		const end = await saying;
		if (turn !== this.#turn) return 'stopped';
		this.speaking = null;
		this.word = null;
		return end;
	}

	async #playList(turn: number, list: readonly Said[], onSaying?: (index: number) => void): Promise<SayEnd> {
		let end: SayEnd = 'ended';
		for (const [index, said] of list.entries()) {
			onSaying?.(index);
			end = await this.#playMessage(turn, said);
			if (turn !== this.#turn) return 'stopped';
			if (end === 'blocked') return end;
		}
		return end;
	}

	/** A message is put together from clips: its fixed words, numbers, and the sentences given as parameters. */
	async #playMessage(turn: number, said: Said, language = this.#messages.language): Promise<SayEnd> {
		const { planMessage } = await import('./plan-message');
		const ways = await planMessage(said, language, this.#messages, hasLocalVoice);
		if (turn !== this.#turn) return 'stopped';
		let end: SayEnd = ways.length > 0 ? 'ended' : 'missing';
		for (const way of ways) {
			end = await this.#playWay(way, false);
			if (turn !== this.#turn || end === 'blocked') return end;
		}
		return end;
	}

	async #playWay(way: Way, isFollowed = true): Promise<SayEnd> {
		if (way.by === 'phone') return this.#speak(way.spoken.text, way.language, isFollowed);
		const turn = this.#turn;
		const end = await this.#playClip(way.spoken, isFollowed);
		if (end !== 'missing' || turn !== this.#turn) return end;
		this.onMissing?.(way.spoken.clip);
		const language = this.#messages.language;
		return hasLocalVoice(language) ? this.#speak(way.spoken.text, language, isFollowed) : end;
	}

	#playClip(spoken: Spoken, isFollowed = true): Promise<SayEnd> {
		const audio = (this.#audio ??= new Audio());
		return new Promise((resolve) => {
			const follow = setInterval(() => {
				this.fraction = audio.duration > 0 ? audio.currentTime / audio.duration : 0;
				if (isFollowed) this.word = wordAt(spoken.text, this.fraction);
			}, FOLLOW_MS);
			const finish = (end: SayEnd) => {
				clearInterval(follow);
				audio.onended = audio.onerror = null;
				if (this.#finish === finish) this.#finish = undefined;
				if (end === 'ended') this.fraction = 1;
				resolve(end);
			};
			this.#finish = finish;
			audio.onended = () => finish('ended');
			audio.onerror = () => finish('missing');
			if (!audio.paused && !audio.ended && audio.currentTime > 0) return;
			const source = `/media/${spoken.clip}`;
			if (audio.getAttribute('src') !== source || audio.error) audio.src = source;
			else audio.currentTime = 0;
			audio.playbackRate = this.rate;
			// Slower is not deeper: it stays the voice of the same woman.
			audio.preservesPitch = true;
			audio.play().catch((error: DOMException) => {
				if (error.name === 'NotAllowedError') finish('blocked');
				else if (error.name !== 'AbortError') finish('missing');
			});
		});
	}

	#speak(text: string, language: Language, isFollowed: boolean): Promise<SayEnd> {
		return new Promise((resolve) => {
			const utterance = new SpeechSynthesisUtterance(text);
			utterance.voice = findLocalVoice(speechSynthesis.getVoices(), language) ?? null;
			utterance.lang = utterance.voice?.lang ?? language;
			utterance.rate = this.rate;
			const finish = (end: SayEnd) => {
				if (this.#finish === finish) this.#finish = undefined;
				if (end === 'ended') this.fraction = 1;
				resolve(end);
			};
			this.#finish = finish;
			utterance.onboundary = ({ charIndex }) => {
				this.fraction = charIndex / text.length;
				if (isFollowed) this.word = wordAround(text, charIndex);
			};
			utterance.onend = () => finish('ended');
			utterance.onerror = ({ error }) => finish(error === 'not-allowed' ? 'blocked' : 'missing');
			speechSynthesis.speak(utterance);
		});
	}
}

function asByLanguage(what: Spoken | Record<Language, Spoken>, language: Language): Record<Language, Spoken> {
	return isSpoken(what) ? { [language]: what } : what;
}

function textOf(what: Spoken | Record<Language, Spoken>, language: Language): string {
	return (isSpoken(what) ? what : (what[language] ?? what.vi))?.text ?? '';
}

function isSpoken(what: Spoken | Record<Language, Spoken>): what is Spoken {
	return typeof what.clip === 'string';
}

function hasLocalVoice(language: Language): boolean {
	if (typeof speechSynthesis === 'undefined') return false;
	return findLocalVoice(speechSynthesis.getVoices(), language) !== undefined;
}

export const [getVoice, setVoice] = createContext<Voice>();
