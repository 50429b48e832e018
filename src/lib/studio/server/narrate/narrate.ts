import { createHash } from 'node:crypto';
import { encode, ENCODING } from './encode';
import { level, peakOf, TARGET_LUFS, trim } from './level';
import { respell, type Lexicon } from './lexicon';
import { loudnessOf } from './loudness';
import { oggOpusMs } from './ogg';
import { speak, voiceOf } from './speak';

/** Raise when the making changes otherwise than by the settings below, so that all clips are made again. */
const MAKING = 1;

/** A clip as the index keeps it, beside the text that it says. */
export type Clip = {
	clip: string;
	ms: number;
	bytes: number;
	voice: 'person' | 'synthetic';
	speaker: string;
	/** What it was made from; another value means that it must be made again. */
	recipe?: string;
};

/** The mark of everything that a synthetic clip of this text depends on; undefined where no voice speaks it. */
export function recipeOf(text: string, language: string, lexicon: Lexicon): string | undefined {
	const voice = voiceOf(language);
	if (!voice) return undefined;
	const parts = [MAKING, respell(text, lexicon), voice.espeak, voice.wordsPerMinute, ENCODING, TARGET_LUFS];
	return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 12);
}

/** The voice cannot say this text so that it is understood: it is of another language, or no words at all. */
export class ClipFaulty extends Error {
	override name = 'ClipFaulty';
}

/**
 * Says a text with the synthetic voice of its language: trimmed, levelled, in Opus.
 * @throws {ProgramMissing} when espeak-ng or ffmpeg is not installed
 * @throws {ClipFaulty} when the clip is silent, too short or too long for its text, or too loud
 */
export async function narrate(
	text: string,
	language: string,
	lexicon: Lexicon
): Promise<{ clip: Clip; bytes: Buffer }> {
	const voice = voiceOf(language);
	if (!voice) throw new Error(`No synthetic voice speaks "${language}".`);
	const spoken = respell(text, lexicon);
	const { samples, rate } = await speak(spoken, voice);
	const sound = { samples: level(trim(samples, rate), rate), rate };
	const fault = faultOf(sound.samples, rate, spoken, language);
	if (fault) throw new ClipFaulty(`The clip of "${text}" (${language}) ${fault}.`);
	const bytes = await encode(sound);
	const clip: Clip = {
		clip: `${createHash('sha256').update(bytes).digest('hex')}.ogg`,
		ms: oggOpusMs(bytes),
		bytes: bytes.length,
		voice: 'synthetic',
		speaker: `espeak-ng ${voice.espeak}`,
		recipe: recipeOf(text, language, lexicon)
	};
	return { clip, bytes };
}

/** Allowed for one vowel group: faster is cut, slower is stuck. Measured over all lessons: 130 to 420. */
const SYLLABLE_MS = { least: 90, most: 900 };
const MAX_PEAK = 0.98;
const LOUDNESS_TOLERANCE_LU = 1;

/** What is wrong with a clip of this text, or undefined. */
export function faultOf(
	samples: Float32Array,
	rate: number,
	text: string,
	language: string
): string | undefined {
	if (samples.length === 0) return 'is silent';
	const ms = (1000 * samples.length) / rate;
	const syllables = syllablesOf(text, language);
	if (ms < syllables * SYLLABLE_MS.least) return `is cut: ${Math.round(ms)} ms for ${syllables} syllables`;
	if (ms > 600 + syllables * SYLLABLE_MS.most) return `is too long: ${Math.round(ms)} ms`;
	if (peakOf(samples) > MAX_PEAK) return 'is clipped';
	const off = loudnessOf(samples, rate) - TARGET_LUFS;
	return Math.abs(off) > LOUDNESS_TOLERANCE_LU ? `is ${off.toFixed(1)} LU off` : undefined;
}

/** Vietnamese writes each syllable apart; elsewhere a group of vowels is about one. */
export function syllablesOf(text: string, language: string): number {
	const found = language === 'vi' ? text.match(/\p{L}+/gu) : text.match(/[aeiouy]+|\d/gi);
	return Math.max(1, found?.length ?? 0);
}
