import { scamById } from '$lib/server/repositories/scams';
import { keepVoice } from '../clips-of/keep-voice';
import { buildScam, putScam } from './build';
import { scamChoices } from './choices';
import { keepPhoto } from './photo';
import { speakOnce } from './voices';

/** What the console's forms make tricks with. */
export const scamMaker = () => ({ choices: scamChoices(), keepPhoto, speak: speakOnce });
export const scamBuilder = { build: buildScam, put: putScam };

/** Sentences of the trick that nobody says yet. */
export async function muteOf(id: string): Promise<string[]> {
	const scam = await scamById(id);
	const built = scam && (await buildScam(id, scam.body, scam.clips));
	return built?.kind === 'mute' ? built.mute : [];
}
export const recordingOf = { keep: keepVoice, mute: muteOf };
