import type { Named } from './chapter';
import { encodeMp3, msOfMp3, wholeMp3 } from './mp3';
import { encodeOpus, msOfOpus, wholeOpus } from './opus';
import type { Piece } from './spoken-order';

/** Each is the ending of its files. Cheap loudspeakers play MP3 alone; phones play Opus at less than half the bytes. */
export type SoundForm = 'mp3' | 'opus';
type Form = {
	/** A part of a file, which is kept. @throws {ProgramMissing} when ffmpeg is not installed */
	encode: (pieces: Piece[]) => Promise<Buffer>;
	/** How long a part sounds in the whole. */
	msOf: (part: Buffer) => number;
	whole: (named: Named, parts: Buffer[]) => Buffer;
};

export const forms: Record<SoundForm, Form> = {
	mp3: { encode: encodeMp3, msOf: msOfMp3, whole: wholeMp3 },
	opus: { encode: encodeOpus, msOf: msOfOpus, whole: wholeOpus }
};
