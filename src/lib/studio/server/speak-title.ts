import { join } from 'node:path';
import type { SpokenByLanguage } from '$lib/domain/media';
import { blobs } from './blobs';
import { readLexicons } from './read-content';
import { ClipFaulty, narrate } from './narrate/narrate';
import { ProgramMissing } from './narrate/run-program';

/**
 * A short text with a clip in each of its languages, made now: nothing on a phone is mute.
 * @returns undefined where espeak-ng or ffmpeg is not installed; `unspeakable`: the voice makes no words of it
 */
export async function speakTitle(texts: {
	vi: string;
	en: string;
}): Promise<SpokenByLanguage | 'unspeakable' | undefined> {
	const lexicons = readLexicons(join(process.cwd(), 'content'));
	const say = async (language: 'vi' | 'en') => {
		const { clip, bytes } = await narrate(texts[language], language, lexicons[language] ?? {});
		const name = await blobs().put(bytes, 'ogg');
		return { text: texts[language], clip: name, ms: clip.ms, bytes: clip.bytes, voice: clip.voice };
	};
	try {
		return { vi: await say('vi'), en: await say('en') };
	} catch (cause) {
		if (cause instanceof ProgramMissing) return undefined;
		if (cause instanceof ClipFaulty) return 'unspeakable';
		throw cause;
	}
}
