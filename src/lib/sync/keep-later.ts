/**
 * Tells the worker that she stays: it may fetch the pages that a first visit does without (her badges, practices and
 * the like; src/service-worker/later.ts). Costs nothing when they are here. Call it when a course is downloaded or a
 * lesson is finished; where there is no worker yet, the next call does it.
 */
export function keepLater(): void {
	globalThis.navigator?.serviceWorker?.controller?.postMessage({ type: 'keep-later' });
}
