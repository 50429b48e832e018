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
import { readLexicons } from '../read-content';
import { decode } from './decode';

const RATE = 48_000;
/** The longest card takes ten seconds; nobody records a speech by mistake. */
const MAX_S = 60;
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
	const raw = await decode(recorded, { rate: RATE, maxS: MAX_S });
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
