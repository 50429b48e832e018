import { MASTER_LANGUAGE, type Language } from '$lib/domain/language';
import type { Spoken } from '$lib/domain/media';

export type Way = { by: 'clip'; spoken: Spoken } | { by: 'phone'; spoken: Spoken; language: Language };

/**
 * Who says a sentence (docs/decisions/0009): a person in her language, a person in Vietnamese, the phone's own
 * local Vietnamese voice, the bundled synthetic clip. A sentence that exists in her language is never said in
 * another one: then only the order within her language counts, for the voice must say what the screen shows.
 */
export function chooseVoice(
	said: Record<Language, Spoken>,
	language: Language,
	hasLocalVoice: (language: Language) => boolean
): Way | undefined {
	const heard = said[language] ? language : MASTER_LANGUAGE;
	const spoken = said[heard];
	if (!spoken) return undefined;
	const phoneFirst = spoken.voice !== 'person' && heard === MASTER_LANGUAGE && hasLocalVoice(heard);
	return phoneFirst ? { by: 'phone', spoken, language: heard } : { by: 'clip', spoken };
}

/** Only a voice that lives on the phone: others send the text away, and fall silent without a signal. */
export function findLocalVoice(
	voices: readonly SpeechSynthesisVoice[],
	language: Language
): SpeechSynthesisVoice | undefined {
	return voices.find(
		(voice) => voice.localService && voice.lang.toLowerCase().replace('_', '-').split('-')[0] === language
	);
}
