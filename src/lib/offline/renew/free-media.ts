import { namedMedia } from '../downloads/sweep-media';
import { mediaUrl, openMedia } from '../media/media-cache';

/** Frees those of these files that nothing on this phone names any more. */
export async function freeMedia(names: Iterable<string>): Promise<void> {
	const cache = await openMedia();
	if (!cache) return;
	const named = await namedMedia();
	for (const name of new Set(names)) if (!named.has(name)) await cache.delete(mediaUrl(name));
}
