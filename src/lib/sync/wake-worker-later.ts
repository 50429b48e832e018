/** Tag of the one-off sync; the worker knows the same word (src/service-worker/wake-pages.ts). */
const TAG = 'deliver';

type WithSync = ServiceWorkerRegistration & { sync?: { register(tag: string): Promise<void> } };

/** Asks the browser, where it can (Chrome), to wake the worker when there is a line; the worker wakes its pages,
 * and the events leave from the database as ever. Nothing is queued outside of it (notes/peers.md, 4). */
export async function wakeWorkerLater(): Promise<void> {
	try {
		const registration: WithSync | undefined = await navigator.serviceWorker?.getRegistration();
		await registration?.sync?.register(TAG);
	} catch {
		// Forbidden or switched off: the page's own clock does it.
	}
}
