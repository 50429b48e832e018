import { log } from '../log';
import { settleAllShops } from './settle-shop';

/** What a crash, or events that somebody else's phone carried, left to be folded waits no longer than this. */
const EVERY_MS = 60_000;

/** Pays what stalls are owed: now and every minute. Nothing is kept in memory that a kill could lose. */
export function keepSettling(): void {
	const settle = () =>
		void settleAllShops().catch((cause: unknown) => log.warn({ err: cause }, 'stalls were not folded'));
	settle();
	setInterval(settle, EVERY_MS).unref();
}
