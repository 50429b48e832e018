import { readFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { env } from '$lib/server/env';
import { log } from '$lib/server/log';
import { blobs } from '../blobs';
import { writeWhole } from '../keep-clips';
import { ProgramMissing, runProgram } from '../narrate/run-program';

export type SoundFault = 'missing' | 'silent' | 'clipped';
type Listened = { known: Map<string, SoundFault | null>; isListening: boolean };

/** By clip, for ever: a clip is named by its bytes. Kept in DATA_DIR, because listening to all takes a minute or two. */
let listened: Listened | undefined;

/** Peaks at full scale for longer than this are cut tops. */
const CUT_SAMPLES = 8;
const SILENT_RMS = 0.004;
const RATE = 16_000;
const TIMEOUT_MS = 20_000;

const file = () => join(env.dataDir, 'clips-heard.json');

function read(): Listened {
	if (listened) return listened;
	let known: [string, SoundFault | null][] = [];
	try {
		known = Object.entries(JSON.parse(readFileSync(file(), 'utf8')) as Record<string, SoundFault | null>);
	} catch {
		// Nobody listened yet.
	}
	return (listened = { known: new Map(known), isListening: false });
}

/** What is wrong with how a clip sounds, as far as it was listened to. */
export const soundFaultOf = (clip: string): SoundFault | null => read().known.get(clip) ?? null;
export const wasListened = (clip: string): boolean => read().known.has(clip);

/** Listens to clips in the background, one at a time; comes back at once. Without ffmpeg nothing is heard. */
export function listenTo(clips: Iterable<string>): void {
	const state = read();
	const waiting = [...new Set(clips)].filter((clip) => !state.known.has(clip));
	if (state.isListening || waiting.length === 0) return;
	state.isListening = true;
	listenToAll(waiting, state)
		.catch((cause: unknown) => {
			if (!(cause instanceof ProgramMissing)) log.warn({ err: cause }, 'clips were not listened to');
		})
		.finally(() => (state.isListening = false));
}

/** Often enough that a restart loses little. */
const SAVE_EVERY = 200;

async function listenToAll(clips: string[], { known }: Listened): Promise<void> {
	const save = () => writeWhole(file(), JSON.stringify(Object.fromEntries(known)));
	try {
		for (const [i, clip] of clips.entries()) {
			known.set(clip, await listen(clip));
			if (i % SAVE_EVERY === SAVE_EVERY - 1) await save();
		}
	} finally {
		await save();
	}
}

async function listen(clip: string): Promise<SoundFault | null> {
	const bytes = await readFile(blobs().pathOf(clip)).catch(() => undefined);
	if (!bytes) return 'missing';
	const args = [
		'-v',
		'error',
		'-threads',
		'1',
		'-i',
		'pipe:0',
		'-f',
		's16le',
		'-ar',
		String(RATE),
		'-ac',
		'1',
		'pipe:1'
	];
	const pcm = await runProgram('ffmpeg', args, bytes, { timeoutMs: TIMEOUT_MS }).catch((cause: unknown) => {
		if (cause instanceof ProgramMissing) throw cause;
		return undefined;
	});
	if (!pcm || pcm.length < 2) return 'silent';
	return faultOfSamples(new Int16Array(pcm.buffer, pcm.byteOffset, pcm.length >> 1));
}

/** Silent, or cut off at the top; null when it sounds as it should. */
export function faultOfSamples(samples: Int16Array): SoundFault | null {
	let power = 0;
	let run = 0;
	let longest = 0;
	for (const sample of samples) {
		power += (sample / 32768) ** 2;
		run = Math.abs(sample) >= 32_700 ? run + 1 : 0;
		longest = Math.max(longest, run);
	}
	if (samples.length === 0 || Math.sqrt(power / samples.length) < SILENT_RMS) return 'silent';
	return longest >= CUT_SAMPLES ? 'clipped' : null;
}
