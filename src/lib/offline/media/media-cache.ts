/** Clips and pictures by hash, whole. Named by version: a cache that is out is never changed in form. */
export const MEDIA_CACHE = 'media-v1';

export const mediaUrl = (name: string) => `/media/${name}`;

/** The media cache; null where the browser has none (no https, storage forbidden). */
export async function openMedia(): Promise<Cache | null> {
	try {
		return (await globalThis.caches?.open(MEDIA_CACHE)) ?? null;
	} catch {
		return null;
	}
}

/** Names of all the media that are here whole. */
export async function mediaHere(cache: Cache | null): Promise<Set<string>> {
	const requests = (await cache?.keys()) ?? [];
	return new Set(requests.map((request) => request.url.slice(request.url.lastIndexOf('/') + 1)));
}
