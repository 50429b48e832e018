import type { Language } from '$lib/domain/language';
import type { Spoken } from '$lib/domain/media';
import { fill, pieces, type Param, type Params } from '$lib/i18n/fill';
import type { Messages } from '$lib/i18n/messages.svelte';
import { loadVoices } from '$lib/offline/content';
import type { Way } from './choose';
import type { Said } from './said';
import { sayNumber } from './spoken-number';

type Index = Record<string, Omit<Spoken, 'text'>>;

/**
 * How a message of the interface is said: by a person's clips when all of its pieces have one, else by the
 * phone's own local voice as a whole, else by clips one after the other. Pieces without a clip are left out.
 */
export async function planMessage(
	said: Said,
	language: Language,
	messages: Messages,
	hasLocalVoice: (language: Language) => boolean
): Promise<Way[]> {
	const template =
		language === messages.language
			? messages.template(said.key)
			: await messages.templateIn(language, said.key);
	const clips = clipsOf(template, said.params ?? {}, await indexOf(language), language);
	const byPerson = clips.length > 0 && clips.every((clip) => clip?.voice === 'person');
	if (!byPerson && hasLocalVoice(language) && language === 'vi') {
		const text = fill(template, said.params, language);
		return [{ by: 'phone', language, spoken: { text, clip: '', ms: 1, bytes: 1, voice: 'synthetic' } }];
	}
	return clips.flatMap((spoken) => (spoken ? [{ by: 'clip', spoken } as const] : []));
}

async function indexOf(language: Language): Promise<Index> {
	try {
		return (await loadVoices(language, fetch)).clips;
	} catch {
		return {};
	}
}

/** The clips of a message, piece by piece; undefined where a piece has none. */
export function clipsOf(
	template: string,
	params: Params,
	index: Index,
	language: Language
): (Spoken | undefined)[] {
	const clip = (text: string) => {
		const found = index[text];
		return found && { text, ...found };
	};
	const sayParam = (param: Param | undefined): (Spoken | undefined)[] => {
		if (param === undefined) return [];
		if (typeof param === 'number') return sayNumber(param, language).map(clip);
		if (typeof param === 'string') return [clip(param)];
		if ('say' in param) return param.say.flatMap((part) => sayParam(part));
		return [param];
	};
	return pieces(template).flatMap((piece) =>
		'text' in piece ? [clip(piece.text)] : sayParam(params[piece.param])
	);
}
