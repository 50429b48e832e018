import { runProgram } from './run-program';

export type Voice = { language: string; espeak: string; wordsPerMinute: number };

/** Calm: most learners speak Vietnamese as a second language. espeak-ng counts English words; in Vietnamese 130
 * of them are about 170 syllables a minute with pauses, where a newsreader has 220. */
const VOICES: Record<string, Voice> = {
	vi: { language: 'vi', espeak: 'vi', wordsPerMinute: 130 },
	en: { language: 'en', espeak: 'en', wordsPerMinute: 140 }
};

/** The synthetic voice of a language, or undefined: then only people can say it. */
export const voiceOf = (language: string): Voice | undefined => VOICES[language];

export type Sound = { samples: Float32Array; rate: number };

/** Speaks a text with espeak-ng. @throws {ProgramMissing} */
export async function speak(text: string, { espeak, wordsPerMinute }: Voice): Promise<Sound> {
	const args = ['-v', espeak, '-s', String(wordsPerMinute), '-b', '1', '--stdin', '--stdout'];
	return readWav(await runProgram('espeak-ng', args, text));
}

/** espeak-ng's own WAV: 16 bit, mono, a header of 44 bytes whose lengths are not to be trusted on a pipe. */
function readWav(wav: Buffer): Sound {
	if (wav.length < 44) return { samples: new Float32Array(0), rate: 22050 };
	const samples = new Float32Array((wav.length - 44) >> 1);
	for (let i = 0; i < samples.length; i++) samples[i] = wav.readInt16LE(44 + 2 * i) / 32768;
	return { samples, rate: wav.readUInt32LE(24) };
}
