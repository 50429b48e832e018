import { db } from '../database';

/** So long a server that was put back to an older copy can ask for it again. */
export const KEPT_AFTER_SENDING_MS = 30 * 24 * 3600_000;

/** Forgets what the server has had, or has not wanted, for thirty days. A clock that was put back keeps things longer,
 * never shorter. */
export async function sweepOutbox(profile: string, now: () => number = Date.now): Promise<void> {
	const before = now() - KEPT_AFTER_SENDING_MS;
	await db.outbox
		.where({ profile, owed: 0 })
		.filter(({ sentAtMs, madeAtMs }) => (sentAtMs ?? madeAtMs) < before)
		.delete();
}
