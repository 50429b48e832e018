import * as v from 'valibot';
import { KEY_TEXT } from '$lib/domain/carry/keys';
import { Ulid } from '$lib/domain/event';
import { readJson } from '$lib/server/body';
import { refuse } from '$lib/server/errors';
import { addressKey, rateLimits } from '$lib/server/rate-limit';
import { keepCarryKey } from '$lib/server/repositories/carry-keys';
import { learnerOf } from '$lib/server/session';
import type { RequestHandler } from './$types';

const NamedKey = v.object({ device: Ulid, key: v.pipe(v.string(), v.regex(KEY_TEXT)) });

/** A phone names the key that it signs with what others carry for it, on the strength of its session. */
export const POST: RequestHandler = async (event) => {
	const parsed = v.safeParse(NamedKey, await readJson(event.request));
	if (!parsed.success) return refuse('malformed');
	const { device, key } = parsed.output;
	const who = await learnerOf(event, device);
	const wait = await rateLimits.take(
		who.kind === 'learner'
			? ['keyByDevice', device]
			: ['strangerByAddress', addressKey(event.getClientAddress())]
	);
	if (wait) return refuse('too_many_tries', { 'retry-after': String(wait.retryAfterS) });
	if (who.kind !== 'learner') return refuse(who.kind);
	await keepCarryKey(device, key);
	return Response.json({ device }, { headers: { 'cache-control': 'no-store' } });
};
