import { blobs } from '../blobs';
import { runProgram } from '../narrate/run-program';
import type { Piece } from './spoken-order';

/** What clips are put together at: MP3 and Opus both take it, and speech has nothing above 12 kHz. */
export const RATE = 24_000;
/** A lesson of three minutes takes a second; this is a machine in trouble. */
const TIMEOUT_MS = 90_000;

/** Two soft tones, a fifth apart. */
const CHIME = `aevalsrc=0.25*sin(2*PI*(if(lt(t\\,0.22)\\,587\\,880))*t)*min(1\\,6*(0.6-t)):d=0.6:s=${RATE}`;

/**
 * Pieces one after the other with their pauses, in the form that `output` (arguments of ffmpeg) asks for.
 * @throws {ProgramMissing} when ffmpeg is not installed
 */
export function encodePieces(pieces: Piece[], output: string[]): Promise<Buffer> {
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
	const args = ['-v', 'error', '-threads', '1', ...inputs, '-filter_complex', graph, '-map', '[out]'];
	const mono = ['-ar', String(RATE), '-ac', '1', '-fflags', '+bitexact'];
	return runProgram('ffmpeg', [...args, ...mono, ...output, 'pipe:1'], '', { timeoutMs: TIMEOUT_MS });
}
