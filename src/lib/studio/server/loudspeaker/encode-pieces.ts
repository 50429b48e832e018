import { blobs } from '../blobs';
import { runProgram } from '../narrate/run-program';
import type { Piece } from './spoken-order';

/** MPEG-2 layer III: at 24 kHz a frame is 576 samples, 24 ms, and at 48 kbit/s 144 bytes, always. */
const RATE = 24_000;
const KBIT_S = 48;
/** A lesson of three minutes takes a second; this is a machine in trouble. */
const TIMEOUT_MS = 90_000;

/** Two soft tones, a fifth apart. */
const CHIME = `aevalsrc=0.25*sin(2*PI*(if(lt(t\\,0.22)\\,587\\,880))*t)*min(1\\,6*(0.6-t)):d=0.6:s=${RATE}`;

/**
 * Pieces as bare MP3 frames without any header, so that parts may simply be put one behind the other.
 * @throws {ProgramMissing} when ffmpeg is not installed
 */
export function encodePieces(pieces: Piece[]): Promise<Buffer> {
	const store = blobs();
	const inputs = pieces.flatMap((piece) =>
		'clip' in piece ? ['-i', store.pathOf(piece.clip)] : ['-f', 'lavfi', '-i', CHIME]
	);
	const chains = pieces.map(
		({ thenMs }, i) =>
			`[${i}:a]aresample=${RATE},aformat=sample_fmts=fltp:channel_layouts=mono,apad=pad_dur=${thenMs / 1000}[p${i}]`
	);
	const all = pieces.map((_, i) => `[p${i}]`).join('');
	const graph = `${chains.join(';')};${all}concat=n=${pieces.length}:v=0:a=1[out]`;
	const mp3 = ['-c:a', 'libmp3lame', '-b:a', `${KBIT_S}k`, '-ar', String(RATE), '-ac', '1'];
	const bare = ['-reservoir', '0', '-write_xing', '0', '-id3v2_version', '0', '-fflags', '+bitexact'];
	const args = ['-v', 'error', '-threads', '1', ...inputs, '-filter_complex', graph, '-map', '[out]'];
	return runProgram('ffmpeg', [...args, ...mp3, ...bare, '-f', 'mp3', 'pipe:1'], '', {
		timeoutMs: TIMEOUT_MS
	});
}

/** How long bare frames of these settings sound. */
export const msOf = (frames: { length: number }): number => (frames.length * 8) / KBIT_S;
