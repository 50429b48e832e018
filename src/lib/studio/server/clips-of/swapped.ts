import { canonicalJson } from '../canonical-json';
import type { Clip } from '../narrate/narrate';
import type { Voices } from '../voices-file';

export type Said = { text: string } & Pick<Clip, 'clip' | 'ms' | 'bytes' | 'voice'>;

/** The value with every `{[language]: {text, clip, …}}` of this text said by the other clip. */
export function swapped<T>(value: T, language: string, said: Said): T {
	return JSON.parse(JSON.stringify(value), (key, inner: unknown) => {
		const old = inner as Partial<Said> | null;
		return key === language && old?.text === said.text && old.clip ? { ...old, ...said } : inner;
	}) as T;
}

/** A list of the interface's clips with this text said by the other clip; undefined when the app does not say it.
 * @param isSaid whether the app says a text that has no clip yet */
export function swappedVoices(
	json: string,
	{ text, ...said }: Said,
	isSaid: (text: string) => boolean
): string | undefined {
	const voices = JSON.parse(json) as Voices;
	if (!Object.hasOwn(voices.clips, text) && !isSaid(text)) return undefined;
	return canonicalJson({ ...voices, clips: { ...voices.clips, [text]: said } });
}
