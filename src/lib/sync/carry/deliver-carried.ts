import { settleCarried } from '../../offline/carry/settle-carried';
import { db } from '../../offline/database';
import type { Unsent } from '../push';
import { request } from '../request';

const LOCK = 'ban-may-carried';
const PATIENCE_MS = 20_000;

/** `settled`: nothing waits any more. */
export type CarriedRun = { kind: 'settled' } | Unsent;

/** Delivers what this phone carries for others, one tab at a time; twice does no harm. */
export async function deliverCarried(
	fetch: typeof globalThis.fetch,
	now: () => number = Date.now
): Promise<CarriedRun> {
	const locks = globalThis.navigator?.locks;
	return locks ? locks.request(LOCK, () => deliverAll(fetch, now)) : deliverAll(fetch, now);
}

async function deliverAll(fetch: typeof globalThis.fetch, now: () => number): Promise<CarriedRun> {
	for (const { id, bytes } of await db.carried.where({ state: 'waiting' }).sortBy('takenAtMs')) {
		if (!bytes) continue;
		const headers = { 'content-type': 'application/octet-stream' };
		const call: RequestInit = { method: 'POST', body: bytes, headers };
		const answer = await request('/api/carry', call, { fetch, patienceMs: PATIENCE_MS });
		if (answer.kind === 'offline' || answer.kind === 'too_many') return answer;
		if (answer.kind !== 'answered') await settleCarried(id, { state: 'refused', code: codeOf(answer) }, now);
		// A village's login page answers 200 to everything.
		else if (isTaken(answer.body)) await settleCarried(id, { state: 'delivered' }, now);
		else return { kind: 'offline' };
	}
	return { kind: 'settled' };
}

const codeOf = (answer: Unsent): string => (answer.kind === 'refused' ? answer.code : answer.kind);

const isTaken = (body: unknown): boolean =>
	Number.isInteger(((body ?? {}) as { watermark?: unknown }).watermark);
