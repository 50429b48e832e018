import { join } from 'node:path';
import type { Spoken } from '$lib/domain/media';
import { blobs } from './blobs';
import { narrate } from './narrate/narrate';
import { readLexicons } from './read-content';

/** A text said by the synthetic voice of Vietnamese; undefined where it cannot be said (espeak-ng or ffmpeg is not
 * installed, or what came out is no speech). */
export async function speakText(text: string): Promise<Spoken | undefined> {
	const lexicon = readLexicons(join(process.cwd(), 'content')).vi ?? {};
	const made = await narrate(text, 'vi', lexicon).catch(() => undefined);
	if (!made) return undefined;
	const clip = await blobs().put(made.bytes, 'ogg');
	return { text, clip, ms: made.clip.ms, bytes: made.clip.bytes, voice: made.clip.voice };
}
