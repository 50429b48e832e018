import { runProgram } from './run-program';
import type { Sound } from './speak';

/** The same sound always gives the same bytes: no dates, no versions, a fixed serial number. */
const BIT_EXACT = ['-map_metadata', '-1', '-fflags', '+bitexact', '-flags:a', '+bitexact'];
/** Speech up to 8 kHz in long frames: what sounds best at this rate. */
const OPUS = [
	...['-c:a', 'libopus', '-application', 'voip', '-ar', '16000', '-ac', '1'],
	...['-b:a', '12k', '-vbr', 'on', '-compression_level', '10', '-frame_duration', '60']
];
export const ENCODING = OPUS.join(' ');

/** Opus in Ogg. @throws {ProgramMissing} */
export function encode({ samples, rate }: Sound): Promise<Buffer> {
	const pcm = Buffer.alloc(samples.length * 2);
	samples.forEach((x, i) =>
		pcm.writeInt16LE(Math.max(-32768, Math.min(32767, Math.round(x * 32767))), 2 * i)
	);
	const input = ['-f', 's16le', '-ar', String(rate), '-ac', '1', '-i', 'pipe:0'];
	const args = ['-v', 'error', '-threads', '1', ...input, ...BIT_EXACT, ...OPUS, '-f', 'ogg', 'pipe:1'];
	return runProgram('ffmpeg', args, pcm);
}
