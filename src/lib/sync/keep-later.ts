/**
 * Tells the worker that she stays: it may fetch the pages that a first visit does without (her badges, practices and
 * the like; src/service-worker/later.ts). Costs nothing when they are here. Call it when a course is downloaded or a
 * lesson is finished; a worker that is still being installed hears it when it is ready.
 */
export function keepLater(): void {
	void globalThis.navigator?.serviceWorker?.ready.then(({ active }) =>
		active?.postMessage({ type: 'keep-later' })
	);
}
