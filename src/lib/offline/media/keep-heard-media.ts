import { openMedia } from './media-cache';

/**
 * Puts into the media cache what this page loaded before the worker was there. Asks the browser's own cache
 * only, so that nothing is fetched, or paid for, twice.
 */
export async function keepHeardMedia(): Promise<void> {
	const cache = await openMedia();
	if (!cache) return;
	for (const url of loadedMedia()) {
		if (await cache.match(url)) continue;
		const response = await fetch(url, { cache: 'only-if-cached', mode: 'same-origin' }).catch(() => null);
		if (response?.status === 200) await cache.put(url, response);
	}
}

function loadedMedia(): string[] {
	const paths = performance.getEntriesByType('resource').map((entry) => new URL(entry.name).pathname);
	return [...new Set(paths)].filter((path) => path.startsWith('/media/'));
}
