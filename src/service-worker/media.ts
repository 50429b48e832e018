import { keepChecked } from '$lib/offline/media/keep-checked';
import { MEDIA_CACHE } from '$lib/offline/media/media-cache';
import { createPartialResponse } from 'workbox-range-requests/createPartialResponse.js';
import { registerRoute } from 'workbox-routing/registerRoute.js';

/** What an `<audio>` asks first: everything, but as a range. */
const FROM_THE_START = /^bytes=0-$/;

/**
 * Clips and pictures: from the phone when they are here, and kept when they come by. Ranges are cut out of the
 * whole file. A first request from the start fetches the whole, plays while it comes, and keeps it, so that it is
 * paid for once; other ranges of a file that is not here pass through, and a part is never kept.
 */
export function answerMedia(): void {
	registerRoute(
		({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith('/media/'),
		async ({ url, request, event }) => {
			const range = request.headers.get('range');
			const cache = await caches.open(MEDIA_CACHE);
			const kept = await cache.match(url.pathname);
			if (kept) return range ? createPartialResponse(request, kept) : kept;
			if (range && !FROM_THE_START.test(range)) return fetch(request).catch(() => Response.error());
			// A download asks past the browser's own cache for what came damaged: there it would stay for a year.
			const whole = await fetch(url.pathname, { cache: request.cache }).catch(() => Response.error());
			if (whole.status !== 200) return whole;
			(event as ExtendableEvent).waitUntil(keepWhole(cache, url.pathname, whole.clone()));
			return range ? asRange(whole) : whole;
		}
	);
}

async function keepWhole(cache: Cache, path: string, whole: Response): Promise<void> {
	try {
		await keepChecked(cache, path.slice('/media/'.length), await whole.arrayBuffer());
	} catch {
		// The line broke, or the phone is full: she heard it all the same.
	}
}

/** The whole file as the range from its start, while it still streams: Safari takes nothing else for a range. */
function asRange(whole: Response): Response {
	const length = Number(whole.headers.get('content-length'));
	if (!length || whole.headers.has('content-encoding')) return whole;
	const headers = new Headers(whole.headers);
	headers.set('content-range', `bytes 0-${length - 1}/${length}`);
	return new Response(whole.body, { status: 206, statusText: 'Partial Content', headers });
}
