/** Long enough that the first sentence has the line for itself. */
const DELAY_MS = 3_000;
/** Asking again within this time would cost her data and tell nothing new. */
const FRESH_FOR_MS = 5 * 60_000;

const asked = new Map<string, number>();

/** Does it a little later, when the phone is online, and at most once in five minutes; trouble is no news. */
export function soon(what: string, work: () => Promise<unknown>, now: () => number = Date.now): void {
	const before = asked.get(what);
	if (before !== undefined && Math.abs(now() - before) < FRESH_FOR_MS) return;
	if (globalThis.navigator?.onLine === false) return;
	asked.set(what, now());
	setTimeout(() => {
		work().catch(() => asked.delete(what));
	}, DELAY_MS);
}
