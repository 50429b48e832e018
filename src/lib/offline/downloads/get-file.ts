import { keepChecked } from '../media/keep-checked';
import { mediaUrl } from '../media/media-cache';
import { troubleOf } from '../trouble';

export type GotFile = 'kept' | 'offline' | 'damaged' | 'full' | 'paused';
export type FileDeps = {
	fetch: typeof globalThis.fetch;
	cache: Cache;
	signal: AbortSignal;
	pauseMs: number;
};

/** A weak line drops single requests; only a row of failures is no line. */
const TRIES = 3;
/** 30 kB at 10 kbit/s. */
const PATIENCE_MS = 30_000;

/** Fetches one media file, compares it with the hash in its name, and keeps it whole; what is damaged is asked
 * for once more past the browser's own cache and never kept. */
export async function getFile(name: string, deps: FileDeps): Promise<GotFile> {
	let got: GotFile = 'offline';
	for (let attempt = 1; attempt <= TRIES && got !== 'kept'; attempt++) {
		if (deps.signal.aborted) return 'paused';
		got = await tryFile(name, deps, got === 'damaged' ? 'reload' : 'default');
		if (got === 'full' || (got === 'damaged' && attempt === 2)) return got;
		if (got === 'offline' && attempt < TRIES) await pause(deps.pauseMs * attempt, deps.signal);
	}
	return deps.signal.aborted && got !== 'kept' ? 'paused' : got;
}

async function tryFile(
	name: string,
	{ fetch, cache, signal }: FileDeps,
	mode: RequestCache
): Promise<GotFile> {
	const ends = new AbortController();
	const end = () => ends.abort();
	const timer = setTimeout(end, PATIENCE_MS);
	signal.addEventListener('abort', end);
	try {
		const response = await fetch(mediaUrl(name), { cache: mode, signal: ends.signal });
		if (response.status >= 500 || response.status === 429) return 'offline';
		if (!response.ok) return 'damaged';
		return await keep(name, await response.arrayBuffer(), cache);
	} catch {
		return 'offline';
	} finally {
		clearTimeout(timer);
		signal.removeEventListener('abort', end);
	}
}

async function keep(name: string, bytes: ArrayBuffer, cache: Cache): Promise<GotFile> {
	try {
		return await keepChecked(cache, name, bytes);
	} catch (error) {
		// Whatever else keeps a cache from keeping (no rights, a broken disk), for her there is no room.
		return troubleOf(error)?.code === 'aborted' ? 'offline' : 'full';
	}
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
	if (signal.aborted) return;
	await new Promise<void>((resolve) => {
		const end = () => {
			clearTimeout(timer);
			signal.removeEventListener('abort', end);
			resolve();
		};
		const timer = setTimeout(end, ms);
		signal.addEventListener('abort', end);
	});
}
