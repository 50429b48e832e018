/** Longer than the first sentence needs on a slow line; then the line is hers no longer for the asking. */
const IDLE_MS = 4_000;

/**
 * Resolves when other things may be loaded: once the first sentence was heard, or after 4 s; at once on a later
 * visit, which comes from the phone.
 */
export async function quietMoment(firstHeard?: Promise<unknown>): Promise<void> {
	if (navigator.serviceWorker?.controller) return;
	const idle = new Promise((resolve) => setTimeout(resolve, IDLE_MS));
	await Promise.race(firstHeard ? [firstHeard, idle] : [idle]);
}

/**
 * Registers the worker and keeps on the phone what this page has loaded, so that the next visit needs no
 * network. Harmless when called again, and where there are no workers (no https, some in-app browsers).
 */
export async function registerWorker(): Promise<void> {
	try {
		await navigator.serviceWorker?.register('/service-worker.js', {
			updateViaCache: 'none',
			type: import.meta.env.DEV ? 'module' : 'classic'
		});
	} catch {
		// A browser that refuses still teaches; it only keeps nothing.
	}
	const { keepVisited } = await import('../offline/keep-visited');
	await keepVisited().catch(() => {});
}
