import { isKnown } from './is-known';

const FOR_EVER = 'public, max-age=31536000, immutable';
/** Kept, but asked for again each time: the answer is a 304 of a few bytes while nothing was published. */
const ASK_AGAIN = 'no-cache';

/**
 * JSON that is named by the hash of its bytes, or 304. hooks.server.ts packs it.
 * @param isForEver whether the address itself holds the hash
 */
export function jsonResponse(
	request: Request,
	body: string | Uint8Array<ArrayBuffer>,
	hash: string,
	{ isForEver = false, headers: more = {} }: { isForEver?: boolean; headers?: Record<string, string> } = {}
): Response {
	const etag = `"${hash}"`;
	const headers = {
		etag,
		'cache-control': isForEver ? FOR_EVER : ASK_AGAIN,
		'x-content-type-options': 'nosniff',
		...more
	};
	if (isKnown(request, etag)) return new Response(null, { status: 304, headers });
	return new Response(body, { headers: { ...headers, 'content-type': 'application/json' } });
}
