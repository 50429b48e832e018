import type { Delivery } from './deliver';
import { runSync } from './run-sync';
import { SyncLoop } from './sync-loop';
import { wakeWorkerLater } from './wake-worker-later';
import { watchWaiting, type Waiting } from './watch-waiting';

type Tell = {
	onrunning: (running: boolean) => void;
	ondelivered: (deliveries: Map<string, Delivery>) => void;
	onwaiting: (waiting: Waiting) => void;
};

/** Delivers at the start, on coming online or into sight, when she leaves the page, when the worker says that
 * there is a line, and every few seconds while something waits. */
export function keepDelivering(
	fetch: typeof globalThis.fetch,
	tell: Tell
): { wake: () => void; stop: () => void } {
	const ends = new AbortController();
	const loop = new SyncLoop({
		run: (options) => runSync(fetch, options),
		mayPoll: () => document.visibilityState === 'visible' && navigator.onLine,
		onrunning: tell.onrunning,
		ondelivered: ({ deliveries }) => {
			tell.ondelivered(deliveries);
			// Only where the phone itself knows that there is no line: with a line and no server, Chrome would wake the
			// worker at once, the worker this page, and so on without a pause.
			if (!navigator.onLine && [...deliveries.values()].some(({ kind }) => kind === 'offline'))
				void wakeWorkerLater();
		}
	});
	const watching = watchWaiting((waiting) => {
		tell.onwaiting(waiting);
		loop.owes(waiting.onPhone);
	});
	const { signal } = ends;
	addEventListener('online', () => loop.wake(), { signal });
	document.addEventListener('visibilitychange', () => loop.look(), { signal });
	navigator.serviceWorker?.addEventListener(
		'message',
		({ data }: MessageEvent<{ type?: string } | null>) => {
			if (data?.type === 'sync') loop.wake();
		},
		{ signal }
	);
	loop.wake();
	return {
		wake: () => loop.wake(),
		stop: () => {
			ends.abort();
			watching.unsubscribe();
			loop.stop();
		}
	};
}
