/// <reference lib="webworker" />

/** The browser found a line (one-off sync, asked for in src/lib/sync/wake-worker-later.ts). Only wakes the pages:
 * events leave from the database by one way alone. */
export function wakePages(scope: ServiceWorkerGlobalScope, event: ExtendableEvent): void {
	event.waitUntil(
		scope.clients
			.matchAll({ type: 'window', includeUncontrolled: true })
			.then((pages) => pages.forEach((page) => page.postMessage({ type: 'sync' })))
	);
}
