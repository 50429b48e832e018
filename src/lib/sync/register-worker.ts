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
