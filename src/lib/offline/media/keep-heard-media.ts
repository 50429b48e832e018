import { keepChecked } from './keep-checked';
import { openMedia } from './media-cache';

/** Chrome lets nobody else read a file that a paused player is still writing into its cache, for 20 s. */
const PATIENCE_MS = 10_000;

/**
 * Puts into the media cache what this page loaded before the worker was there. `force-cache` takes it from the
 * browser's own cache, also when an `<audio>` asked for it as a range (`only-if-cached` finds that one not):
 * nothing is paid for twice. Tried in Chromium 156: 0 bytes transferred.
 */
export async function keepHeardMedia(fetch: typeof globalThis.fetch = globalThis.fetch): Promise<void> {
	const cache = await openMedia();
	if (!cache) return;
	for (const path of loadedMedia()) {
		if (await cache.match(path)) continue;
		const bytes = await wholeFile(path, fetch);
		if (bytes) await keepChecked(cache, path.slice('/media/'.length), bytes);
	}
}

async function wholeFile(path: string, fetch: typeof globalThis.fetch): Promise<ArrayBuffer | null> {
	try {
		const response = await fetch(path, { cache: 'force-cache', signal: AbortSignal.timeout(PATIENCE_MS) });
		return response.status === 200 ? await response.arrayBuffer() : null;
	} catch {
		return null;
	}
}

function loadedMedia(): string[] {
	const paths = performance.getEntriesByType('resource').map((entry) => new URL(entry.name).pathname);
	return [...new Set(paths)].filter((path) => path.startsWith('/media/'));
}
