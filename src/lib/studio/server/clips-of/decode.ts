import { ProgramMissing, runProgram } from '../narrate/run-program';

const TIMEOUT_MS = 30_000;

/** What was recorded as samples, at most so many seconds, or undefined when it is no sound. @throws {ProgramMissing} */
export async function decode(
	recorded: Uint8Array,
	{ rate, maxS }: { rate: number; maxS: number }
): Promise<Float32Array | undefined> {
	const plain = ['-f', 's16le', '-ar', String(rate), '-ac', '1', '-t', String(maxS), 'pipe:1'];
	// Only what comes through the pipe: a playlist could otherwise name files of this machine.
	const input = ['-v', 'error', '-protocol_whitelist', 'pipe', '-i', 'pipe:0', '-map', '0:a:0'];
	const pcm = await runProgram('ffmpeg', [...input, ...plain], recorded, { timeoutMs: TIMEOUT_MS }).catch(
		(cause: unknown) => {
			if (cause instanceof ProgramMissing) throw cause;
			return undefined;
		}
	);
	if (!pcm) return undefined;
	return Float32Array.from({ length: pcm.length >> 1 }, (_, i) => pcm.readInt16LE(2 * i) / 32768);
}
