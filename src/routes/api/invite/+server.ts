import * as v from 'valibot';
import { readJson } from '$lib/server/body';
import { refuse } from '$lib/server/errors';
import { addressKey, rateLimits } from '$lib/server/rate-limit';
import { seeInvitation, Secret } from '$lib/console/server/entry/see-invitation';
import type { RequestHandler } from './$types';

const Asked = v.object({ secret: Secret });

/** What an invitation says to who holds its link; looking does not use it up. */
export const POST: RequestHandler = async (event) => {
	const parsed = v.safeParse(Asked, await readJson(event.request));
	if (!parsed.success) return refuse('malformed');
	const wait = await rateLimits.take(['inviteByAddress', addressKey(event.getClientAddress())]);
	if (wait) return refuse('too_many_tries', { 'retry-after': String(wait.retryAfterS) });
	const seen = await seeInvitation(parsed.output.secret);
	if (typeof seen === 'string') return refuse(`invite_${seen}`);
	await rateLimits.giveBack(['inviteByAddress', addressKey(event.getClientAddress())]);
	return Response.json({ invitation: seen }, { headers: { 'cache-control': 'no-store' } });
};
