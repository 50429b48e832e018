import type { Language } from '../../domain/language';
import { db } from '../database';
import { fetchVoices, type Fetch } from '../fetch-content';
import { keepVoices } from '../keep-content';
import { keepMedia } from '../media/keep-media';
import { mediaHere, openMedia } from '../media/media-cache';
import { clipsToWaitFor } from './clips-to-wait-for';
import { freeMedia } from './free-media';

/** Takes over what the app says by now: of sentences that this phone can say without a line, the newer clips are fetched
 * first, and nothing else. @throws NotOnPhone */
export async function renewVoices(language: Language, fetch: Fetch): Promise<void> {
	const before = (await db.voices.get(language))?.clips ?? {};
	const voices = await fetchVoices(language, fetch);
	const waiting = clipsToWaitFor(before, voices.clips, await mediaHere(await openMedia()));
	if (waiting.size === 0) return keepVoices(voices);
	await keepMedia(
		[...waiting].flatMap((text) => voices.clips[text]?.clip ?? []),
		fetch
	);
	await keepVoices(voices);
	await freeMedia([...waiting].flatMap((text) => before[text]?.clip ?? []));
}
