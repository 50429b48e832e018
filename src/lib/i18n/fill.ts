import type { Language } from '$lib/domain/language';
import type { Spoken } from '$lib/domain/media';

/** Shown as `text`, said as `say`: for what is written in digits or signs. */
export type Sayable = { text: string; say: readonly (string | number | Spoken)[] };
export type Param = string | number | Spoken | Sayable;
export type Params = Record<string, Param | undefined>;
export type Piece = { text: string } | { param: string };

const NAME = /\{(\w+)\}/g;

/** Puts the parameters into a message. Numbers are written the language's way: 1.400 in Vietnamese, 1,400 in English. */
export function fill(template: string, params: Params | undefined, language: Language): string {
	if (!params) return template;
	return template.replace(NAME, (whole, name: string) => {
		const param = params[name];
		return param === undefined ? whole : shown(param, language);
	});
}

function shown(param: Param, language: Language): string {
	if (typeof param === 'number') return param.toLocaleString(language);
	return typeof param === 'string' ? param : param.text;
}

/**
 * The message cut at its parameters, in the order in which it is said. The fixed pieces are trimmed of
 * spaces and of the marks that no voice says; each has a clip of its own (scripts/narrate cuts the same way).
 */
export function pieces(template: string): Piece[] {
	return template.split(/(\{\w+\})/).flatMap((part): Piece[] => {
		if (part.startsWith('{')) return [{ param: part.slice(1, -1) }];
		const text = part.trim();
		return /\p{L}/u.test(text) ? [{ text }] : [];
	});
}
