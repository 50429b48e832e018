import * as v from 'valibot';
import { clamped } from '../clamp';
import type { FedBadge, FedEvent } from '../feed';
import { pseudonymOf } from '../pseudonym';
import { uuid5 } from '../uuid5';

const data = v.object({
	/** A pseudonym, the same in the read API and in xAPI statements. */
	learner: v.string(),
	course: v.string()
});
export const WebhookMessage = v.object({
	/** The same when it is sent again. */
	id: v.pipe(v.string(), v.uuid()),
	type: v.picklist(['badge.issued', 'course.completed']),
	at: v.pipe(v.string(), v.isoTimestamp()),
	data
});
export type WebhookMessage = v.InferOutput<typeof WebhookMessage>;

type Where = { origin: string; pepper: string };

export const completedMessage = (event: FedEvent, { origin, pepper }: Where): WebhookMessage => ({
	id: uuid5(`webhook:event:${event.id}`, uuid5(origin)),
	type: 'course.completed',
	at: new Date(clamped(event)).toISOString(),
	data: { learner: pseudonymOf(event.learner, pepper), course: String(event.data.course) }
});

export const issuedMessage = (badge: FedBadge, { origin, pepper }: Where): WebhookMessage => ({
	id: uuid5(`webhook:badge:${badge.id}`, uuid5(origin)),
	type: 'badge.issued',
	at: new Date(badge.issuedAtMs).toISOString(),
	data: { learner: pseudonymOf(badge.learner, pepper), course: badge.course }
});
