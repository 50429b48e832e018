import { db } from '../database';

/** Two weeks after it was delivered nobody asks any more. */
const KEEP_SETTLED_MS = 14 * 86_400_000;

/** What the server said about a bundle: its bytes go, the line stays for a while. */
export async function settleCarried(
	id: string,
	outcome: { state: 'delivered' } | { state: 'refused'; code: string },
	now: () => number = Date.now
): Promise<void> {
	await db.transaction('rw', db.carried, async () => {
		await db.carried.update(id, { ...outcome, bytes: null, settledAtMs: now() });
		await db.carried
			.filter(({ settledAtMs }) => settledAtMs !== null && settledAtMs < now() - KEEP_SETTLED_MS)
			.delete();
	});
}
