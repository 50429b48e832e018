import { log } from '../log';
import { isPocketBaseDown } from '../pocketbase';
import { forwardOnce } from './lrs/forward';
import { targetNamed, type Target, type TargetName } from './targets';
import { tellOnce } from './webhook/tell';

/** News travel within seconds; a look costs one small query. */
const LOOK_EVERY_MS = 5_000;

const works: Record<TargetName, (target: Target) => Promise<boolean>> = {
	lrs: forwardOnce,
	webhook: tellOnce
};

/**
 * Delivers to other systems for as long as the server runs. The queue is the table of events itself and a cursor in
 * the database, so that nothing is lost by a kill and nothing is written twice.
 * @returns stops it; a call under way is let go, and made again at the next start
 */
export function keepTelling(everyMs = LOOK_EVERY_MS): () => void {
	const stop = new AbortController();
	for (const name of Object.keys(works) as TargetName[]) void loop(name, everyMs, stop.signal);
	return () => stop.abort();
}

async function loop(name: TargetName, everyMs: number, signal: AbortSignal): Promise<void> {
	while (!signal.aborted) {
		const hasMore = await work(name).catch((cause: unknown) => {
			if (!isPocketBaseDown(cause)) log.warn({ err: cause, target: name }, 'nothing could be delivered');
			return false;
		});
		await pause(hasMore ? 0 : everyMs);
	}
}

/** One round of one target. @returns whether there may be more to do at once */
export async function work(name: TargetName, now = Date.now()): Promise<boolean> {
	const target = await targetNamed(name);
	if (!target?.url || target.state !== 'on' || target.nextAtMs > now) return false;
	return works[name](target);
}

/** Does not keep the process alive. */
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms).unref());
