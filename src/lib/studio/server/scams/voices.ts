import type { TextByLanguage } from '$lib/domain/curriculum';
import { MASTER_LANGUAGE } from '$lib/domain/language';
import type { Spoken } from '$lib/domain/media';
import { blobs } from '../blobs';
import type { ClipShelf } from '../clip-shelf';
import { clipsHere } from '../import-file';
import { speakText } from '../speak-text';

export type OwnClips = Record<string, Omit<Spoken, 'text'>>;

/** What the house has said in this process: espeak takes a third of a second for a sentence. */
const spoken = new Map<string, Spoken>();

/** A sentence by the synthetic voice, made once; undefined where it cannot be said. */
export async function speakOnce(text: string): Promise<Spoken | undefined> {
	const known = spoken.get(text) ?? (await speakText(text));
	if (known) spoken.set(text, known);
	return known;
}

/**
 * The clips of these texts, as files that phones can fetch: what was recorded for the trick, then what this server or the
 * program has, then the synthetic voice. `mute`: Vietnamese sentences that nobody says.
 */
export async function voicesFor(
	texts: TextByLanguage[],
	own: OwnClips
): Promise<{ clipOf: (language: string, text: string) => Spoken | undefined; mute: string[] }> {
	const found = new Map<string, Spoken>();
	const shelf = clipsHere();
	const mute: string[] = [];
	for (const [language, text] of new Map(
		texts.flatMap((by) =>
			Object.entries(by).map(([language, text]) => [`${language} ${text}`, [language, text]])
		)
	).values() as Iterable<[string, string]>) {
		const clip = await clipFor(language, text, own, shelf);
		if (clip) found.set(`${language} ${text}`, clip);
		else if (language === MASTER_LANGUAGE) mute.push(text);
	}
	return { clipOf: (language, text) => found.get(`${language} ${text}`), mute };
}

async function clipFor(
	language: string,
	text: string,
	own: OwnClips,
	shelf: ClipShelf
): Promise<Spoken | undefined> {
	const recorded = language === MASTER_LANGUAGE && Object.hasOwn(own, text) ? own[text] : undefined;
	if (recorded) return { text, ...recorded };
	const kept = shelf.find(language, text);
	if (kept) {
		await blobs().put(await shelf.read(language, text), 'ogg');
		return { text, clip: kept.clip, ms: kept.ms, bytes: kept.bytes, voice: kept.voice };
	}
	return language === MASTER_LANGUAGE ? speakOnce(text) : undefined;
}
