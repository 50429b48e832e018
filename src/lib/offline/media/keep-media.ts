import type { Fetch } from '../fetch-content';
import { getFile } from '../downloads/get-file';
import { mediaHere, openMedia } from './media-cache';

/** Between two tries of one file. */
const PAUSE_MS = 1_500;

/** Puts these files on the phone, one after the other, so that whatever she taps meanwhile goes first. Ends at the
 * first that cannot come (no line, no room): the next visit goes on there. */
export async function keepMedia(names: Iterable<string>, fetch: Fetch = globalThis.fetch): Promise<void> {
	const cache = await openMedia();
	if (!cache) return;
	const here = await mediaHere(cache);
	const deps = { fetch, cache, signal: new AbortController().signal, pauseMs: PAUSE_MS };
	for (const name of new Set(names)) {
		if (here.has(name)) continue;
		const got = await getFile(name, deps);
		if (got === 'offline' || got === 'full') return;
	}
}
