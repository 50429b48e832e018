import { db } from '../database';

/** Rows are kept this long after they were told, so that a server that was put back to an older copy gets them again. */
const KEPT_MS = 61 * 24 * 3600_000;

/** Writes down what the server took, and why it did not take the rest; what was told long ago leaves the phone. */
export async function noteTold(
	taken: string[],
	rejected: { id: string; reason: string }[],
	nowMs = Date.now()
): Promise<void> {
	await db.transaction('rw', db.gatherings, async () => {
		for (const id of taken) await db.gatherings.update(id, { toldAtMs: nowMs });
		for (const { id, reason } of rejected) await db.gatherings.update(id, { refused: reason });
		await db.gatherings.filter(({ toldAtMs }) => toldAtMs !== null && toldAtMs < nowMs - KEPT_MS).delete();
	});
}
