import { MAX_VOICE_MS } from '$lib/domain/notices/voice';
import { encode } from '../narrate/encode';
import { level, peakOf, trim } from '../narrate/level';
import { oggOpusMs } from '../narrate/ogg';
import { ProgramMissing } from '../narrate/run-program';
import { recordings } from '../recordings';
import { decode } from './decode';
import { oggFromWebm } from './ogg-from-webm';

/** Speech is encoded at this rate; levelling more would only take longer. */
const RATE = 16_000;
/** Below this, the microphone was covered or off. */
const SILENT_PEAK = 0.01;
const LEAST_MS = 700;
/** A recorder that stops at a minute may be a little late. */
const GRACE_MS = 1000;

export type VoiceFault = 'unreadable' | 'silent' | 'short' | 'long';
export type KeptVoice =
	{ kind: 'kept'; clip: string; ms: number; bytes: number } | { kind: 'faulty'; fault: VoiceFault };

/**
 * Keeps what a browser recorded as one Ogg Opus clip: silence cut, levelled, at most a minute. On a server without
 * ffmpeg it is kept as it was recorded, when it is Opus in Ogg or WebM and as long as it may be.
 */
export async function keepVoice(recorded: Uint8Array): Promise<KeptVoice> {
	const made = await levelled(recorded).catch((cause: unknown) => {
		if (cause instanceof ProgramMissing) return asRecorded(recorded);
		throw cause;
	});
	if (typeof made === 'string') return { kind: 'faulty', fault: made };
	const ms = oggOpusMs(made);
	if (ms < LEAST_MS) return { kind: 'faulty', fault: 'short' };
	if (ms > MAX_VOICE_MS + GRACE_MS) return { kind: 'faulty', fault: 'long' };
	return { kind: 'kept', clip: await recordings().put(made, 'ogg'), ms, bytes: made.length };
}

async function levelled(recorded: Uint8Array): Promise<Buffer | VoiceFault> {
	const most = MAX_VOICE_MS + GRACE_MS;
	const raw = await decode(recorded, { rate: RATE, maxS: most / 1000 + 1 });
	if (!raw || raw.length === 0) return 'unreadable';
	if (peakOf(raw) < SILENT_PEAK) return 'silent';
	if ((1000 * raw.length) / RATE > most) return 'long';
	return encode({ samples: level(trim(raw, RATE), RATE), rate: RATE });
}

export function asRecorded(recorded: Uint8Array): Uint8Array | VoiceFault {
	try {
		oggOpusMs(recorded);
		return recorded;
	} catch {
		return oggFromWebm(recorded) ?? 'unreadable';
	}
}
