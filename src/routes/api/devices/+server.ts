import * as v from 'valibot';
import { Ulid } from '$lib/domain/event';
import { readJson } from '$lib/server/body';
import { refuse } from '$lib/server/errors';
import { addressKey, rateLimits } from '$lib/server/rate-limit';
import { registerDevice } from '$lib/server/repositories/devices';
import { createDeviceSession, learnerOf } from '$lib/server/session';
import type { RequestHandler } from './$types';

const Renumber = v.object({ from: Ulid, device: Ulid });

/** A phone that found out it is a clone takes a new number, on the strength of the session it has. */
export const POST: RequestHandler = async (event) => {
	const parsed = v.safeParse(Renumber, await readJson(event.request));
	if (!parsed.success) return refuse('malformed');
	const { from, device } = parsed.output;
	const who = await learnerOf(event, from);
	const wait = await rateLimits.take(
		who.kind === 'learner'
			? ['renumberByLearner', who.learner]
			: ['strangerByAddress', addressKey(event.getClientAddress())]
	);
	if (wait) return refuse('too_many_tries', { 'retry-after': String(wait.retryAfterS) });
	if (who.kind !== 'learner') return refuse(who.kind);
	if (from === device || (await registerDevice(who.learner, device)) === 'taken')
		return refuse('device_forked');
	await createDeviceSession(event, who.learner, device);
	return Response.json({ device }, { headers: { 'cache-control': 'no-store' } });
};
