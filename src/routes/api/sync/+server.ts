import * as v from 'valibot';
import { SHOP_EVENT_KINDS } from '$lib/domain/fold-shop';
import { MAX_EVENTS_A_CALL, SyncRequest, type SyncResponse } from '$lib/domain/sync';
import { forgetWithdrawn } from '$lib/console/server/voices/forget-withdrawn';
import { readJson } from '$lib/server/body';
import { refuse } from '$lib/server/errors';
import { addressKey, rateLimits } from '$lib/server/rate-limit';
import { confirmBadges } from '$lib/server/repositories/badges';
import { storeEvents } from '$lib/server/repositories/events';
import { presumedLearnerOf, sawLearner } from '$lib/server/session';
import { sortEvents } from '$lib/server/sort-events';
import { settleQuietly } from '$lib/server/stalls/settle-shop';
import { forgetRecordings } from '$lib/studio/server/recordings';
import type { RequestHandler } from './$types';

/** Events in; watermark, what was refused, and what she did elsewhere out. Sending twice changes nothing. */
export const POST: RequestHandler = async (event) => {
	const body = await readJson(event.request);
	if (hasTooMany(body)) return refuse('too_large');
	const parsed = v.safeParse(SyncRequest, body);
	if (!parsed.success) return refuse('malformed');
	const { device, events, ...told } = parsed.output;

	const who = await presumedLearnerOf(event, device);
	const wait = await rateLimits.take(
		who.kind === 'learner'
			? ['syncByDevice', device]
			: ['strangerByAddress', addressKey(event.getClientAddress())]
	);
	if (wait) return refuse('too_many_tries', { 'retry-after': String(wait.retryAfterS) });
	if (who.kind !== 'learner') return refuse(who.kind);

	const { rejected, ...sorted } = sortEvents(device, events);
	const stored = await storeEvents(who, sorted, told);
	sawLearner(who, stored.kind === 'stored');
	if (stored.kind !== 'stored') return refuse(stored.kind);
	if (sorted.events.some(({ kind }) => SHOP_EVENT_KINDS.includes(kind))) await settleQuietly(who.learner);
	if (sorted.events.some(({ kind }) => kind === 'voice.withdrawn'))
		await forgetWithdrawn(forgetRecordings, who.learner);

	const badges = await confirmBadges(who.learner, stored.completed, stored.changes.badges);
	const answer: SyncResponse = {
		watermark: stored.watermark,
		rejected: [...rejected, ...stored.strangers.map((id) => ({ id, reason: 'malformed' as const }))],
		changes: { ...stored.changes, badges },
		now: Date.now()
	};
	return Response.json(answer, { headers: { 'cache-control': 'no-store' } });
};

function hasTooMany(body: unknown): boolean {
	const events = (body as { events?: unknown } | null | undefined)?.events;
	return Array.isArray(events) && events.length > MAX_EVENTS_A_CALL;
}
