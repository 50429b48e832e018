import { db } from '../offline/database';
import { countOwed } from '../offline/count-owed';
import { hasOutbox } from '../offline/outbox/has-outbox';
import type { Profile } from '../offline/rows';
import { deliver, type Delivery } from './deliver';
import { phoneFacts } from './phone-facts';

const LOCK = 'ban-may-sync';

/** What came of each profile; null: another tab is at it. */
export type SyncRun = { deliveries: Map<string, Delivery> } | null;

/**
 * Delivers for everybody on this phone, one after the other, in one tab at a time. Where the browser has no
 * locks (no https) two tabs may do the same work: the server takes everything twice without harm.
 * @param onlyOwing leaves alone those who owe nothing: a poll costs data
 */
export async function runSync(
	fetch: typeof globalThis.fetch,
	{ onlyOwing = false, now = Date.now }: { onlyOwing?: boolean; now?: () => number } = {}
): Promise<SyncRun> {
	const locks = globalThis.navigator?.locks;
	if (!locks) return deliverAll(fetch, onlyOwing, now);
	return locks.request(LOCK, { ifAvailable: true }, (lock) =>
		lock ? deliverAll(fetch, onlyOwing, now) : null
	);
}

async function deliverAll(
	fetch: typeof globalThis.fetch,
	onlyOwing: boolean,
	now: () => number
): Promise<SyncRun> {
	const deliveries = new Map<string, Delivery>();
	const phone = await phoneFacts();
	for (const profile of await db.profiles.toArray()) {
		if (!profile.learner) continue;
		if (onlyOwing && !(await hasBusiness(profile))) continue;
		const delivery = await deliver(profile.id, fetch, phone, now);
		deliveries.set(profile.id, delivery);
		// Without a line the next one would only wait for it as well.
		if (delivery.kind === 'offline' || delivery.kind === 'too_many') break;
	}
	await sendCarried(deliveries, fetch, now);
	await sendRecordings(deliveries, fetch, now);
	if (await hasGatherings())
		await import('./sync-staff').then(
			({ syncStaff }) => syncStaff(fetch),
			() => {}
		);
	const delivered = [...deliveries].filter(([, { kind }]) => kind === 'delivered').map(([id]) => id);
	if (delivered.length > 0)
		await import('./after-delivery').then(
			({ afterDelivery }) => afterDelivery(delivered, fetch, now),
			() => {}
		);
	return { deliveries };
}

/** What this phone carries for others, under a name that is no profile's. */
async function sendCarried(
	deliveries: Map<string, Delivery>,
	fetch: typeof globalThis.fetch,
	now: () => number
): Promise<void> {
	const isAway = [...deliveries.values()].some(({ kind }) => kind === 'offline' || kind === 'too_many');
	if (isAway || (await db.carried.where({ state: 'waiting' }).count()) === 0) return;
	const run = await import('./carry/deliver-carried').then(
		({ deliverCarried }) => deliverCarried(fetch, now),
		(): Delivery => ({ kind: 'offline' })
	);
	deliveries.set('carried', run.kind === 'settled' ? { kind: 'delivered' } : run);
}

/** After everybody's events: a recording is as long on the line as a thousand of them. Its code comes when it is wanted. */
async function sendRecordings(
	deliveries: Map<string, Delivery>,
	fetch: typeof globalThis.fetch,
	now: () => number
): Promise<void> {
	for (const [id, delivery] of deliveries) {
		if (delivery.kind !== 'delivered' || !(await hasOutbox(id))) continue;
		const sent = await import('./send-outbox').then(
			({ sendOutbox }) => sendOutbox(id, fetch, now),
			(): Delivery => ({ kind: 'offline' })
		);
		deliveries.set(id, sent);
		if (sent.kind === 'offline' || sent.kind === 'too_many') return;
	}
}

/** She owes something, or has just joined and has not yet been told what she did on other phones. */
async function hasBusiness({ id, revoked, lastDeliveredAtMs }: Profile): Promise<boolean> {
	return !revoked && (lastDeliveredAtMs === null || (await countOwed(id)) > 0);
}

/** A trainer's that wait to be told: no profile delivers them. */
const hasGatherings = async () =>
	(await db.gatherings
		.where('profile')
		.startsWith('staff:')
		.filter(({ endedAtMs, toldAtMs, refused }) => endedAtMs !== null && toldAtMs === null && !refused)
		.limit(1)
		.count()) > 0;
