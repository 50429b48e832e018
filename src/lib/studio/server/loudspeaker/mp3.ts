import type { Named } from './chapter';
import { encodePieces } from './encode-pieces';
import { id3Tag } from './id3';
import type { Piece } from './spoken-order';

/** MPEG-2 layer III: at 24 kHz a frame is 576 samples, 24 ms, and at 48 kbit/s 144 bytes, always. */
const KBIT_S = 48;
const MP3 = ['-c:a', 'libmp3lame', '-b:a', `${KBIT_S}k`];
const BARE = ['-reservoir', '0', '-write_xing', '0', '-id3v2_version', '0'];

/** Pieces as bare frames without any header, so that parts may simply be put one behind the other. */
export const encodeMp3 = (pieces: Piece[]): Promise<Buffer> =>
	encodePieces(pieces, [...MP3, ...BARE, '-f', 'mp3']);

export const msOfMp3 = (frames: Buffer): number => (frames.length * 8) / KBIT_S;

export const wholeMp3 = (named: Named, parts: Buffer[]): Buffer => Buffer.concat([id3Tag(named), ...parts]);
