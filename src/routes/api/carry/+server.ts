import { refuse } from '$lib/server/errors';
import { addressKey, rateLimits } from '$lib/server/rate-limit';
import { takeCarried } from '$lib/server/take-carried';
import type { RequestHandler } from './$types';

/** What one phone has carried for another (docs/decisions/0025-carrying.md). From anybody: the signature counts. The type
 * of the body is one that a foreign page cannot send unasked. */
export const POST: RequestHandler = async ({ request, getClientAddress }) => {
	if (request.headers.get('content-type') !== 'application/octet-stream') return refuse('malformed');
	const wait = await rateLimits.take(['carryByAddress', addressKey(getClientAddress())]);
	if (wait) return refuse('too_many_tries', { 'retry-after': String(wait.retryAfterS) });
	const taken = await takeCarried(new Uint8Array(await request.arrayBuffer()));
	if (taken.kind === 'refused') return refuse(taken.code);
	const { watermark, rejected } = taken;
	return Response.json({ watermark, rejected }, { headers: { 'cache-control': 'no-store' } });
};
