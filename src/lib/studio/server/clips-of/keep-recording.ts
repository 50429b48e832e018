import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { env } from '$lib/server/env';
import { clipPath } from '../clip-index';
import { keepClips, writeWhole } from '../keep-clips';
import { encode } from '../narrate/encode';
import { level, peakOf, trim } from '../narrate/level';
import { respell } from '../narrate/lexicon';
import { faultOf, type Clip } from '../narrate/narrate';
import { oggOpusMs } from '../narrate/ogg';
import { runProgram } from '../narrate/run-program';
import { readLexicons } from '../read-content';

const RATE = 48_000;
/** The longest card takes ten seconds; nobody records a speech by mistake. */
const MAX_S = 60;
const TIMEOUT_MS = 30_000;
/** Below this, the microphone was covered or off: levelling would only make its noise loud. */
const SILENT_PEAK = 0.01;

export type Kept = { kind: 'kept'; clip: Clip; bytes: Buffer } | { kind: 'faulty'; fault: string };

/**
 * Takes a person's recording of a text, as the browser made it: cuts the silence, levels it, checks it and keeps it on
 * this server's shelf, before the synthetic voice. @throws {ProgramMissing} without ffmpeg
 */
export async function keepRecording(
	{ language, text, speaker }: { language: string; text: string; speaker: string },
	recorded: Uint8Array
): Promise<Kept> {
	const raw = await decode(recorded);
	if (!raw || peakOf(raw) < SILENT_PEAK) return { kind: 'faulty', fault: raw ? 'silent' : 'unreadable' };
	const samples = level(trim(raw, RATE), RATE);
	const lexicon = readLexicons(join(process.cwd(), 'content'))[language] ?? {};
	const fault = faultOf(samples, RATE, respell(text, lexicon), language);
	// People speak more evenly than the target asks for, or less: only what cannot be understood is refused.
	if (fault && !fault.includes('LU off'))
		return {
			kind: 'faulty',
			fault: fault.includes('cut') ? 'short' : fault.includes('long') ? 'long' : 'silent'
		};
	const bytes = await encode({ samples, rate: RATE });
	const clip: Clip = {
		clip: `${createHash('sha256').update(bytes).digest('hex')}.ogg`,
		...{ ms: oggOpusMs(bytes), bytes: bytes.length, voice: 'person', speaker }
	};
	const clipsDir = join(env.dataDir, 'clips');
	await writeWhole(clipPath(clipsDir, language, text, clip), bytes);
	await keepClips(clipsDir, language, { [text]: clip });
	return { kind: 'kept', clip, bytes };
}

/** What was recorded as samples, or undefined when it is no sound. */
async function decode(recorded: Uint8Array): Promise<Float32Array | undefined> {
	const plain = ['-f', 's16le', '-ar', String(RATE), '-ac', '1', '-t', String(MAX_S), 'pipe:1'];
	// Only what comes through the pipe: a playlist could otherwise name files of this machine.
	const input = ['-v', 'error', '-protocol_whitelist', 'pipe', '-i', 'pipe:0', '-map', '0:a:0'];
	const pcm = await runProgram('ffmpeg', [...input, ...plain], recorded, { timeoutMs: TIMEOUT_MS }).catch(
		(cause: Error) => {
			if (cause.constructor.name === 'ProgramMissing') throw cause;
			return undefined;
		}
	);
	if (!pcm) return undefined;
	return Float32Array.from({ length: pcm.length >> 1 }, (_, i) => pcm.readInt16LE(2 * i) / 32768);
}
