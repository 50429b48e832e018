/** An install fetches 100 kB; on the weakest line it goes on for minutes, and nothing waits for it. */
const CONTROL_WITHIN_MS = 60_000;

/**
 * Registers the worker and keeps on the phone what this page has loaded, so that the next visit needs no
 * network. Harmless when called again, and where there are no workers (no https, some in-app browsers).
 */
export async function registerWorker(): Promise<void> {
	const worker = globalThis.navigator?.serviceWorker;
	try {
		await worker?.register('/service-worker.js', {
			updateViaCache: 'none',
			type: import.meta.env.DEV ? 'module' : 'classic'
		});
	} catch {
		// A browser that refuses still teaches; it only keeps nothing.
	}
	const { keepVisited } = await import('../offline/keep-visited');
	await keepVisited().catch(() => {});
	// What was heard while the worker was being installed passed it by.
	if (worker && !worker.controller) void isControlled(worker).then(() => keepVisited().catch(() => {}));
}

function isControlled(worker: ServiceWorkerContainer): Promise<void> {
	return new Promise((resolve) => {
		worker.addEventListener('controllerchange', () => resolve(), { once: true });
		setTimeout(resolve, CONTROL_WITHIN_MS);
	});
}
