import type { Page } from '@playwright/test';

/** An event as the phone keeps it; only what the journeys look at. */
export type KeptEvent = { id: string; device: string; seq: number; kind: string; profile: string };

/** Everything that the phone's own database holds of what happened. */
export function keptEvents(page: Page): Promise<KeptEvent[]> {
	return page.evaluate(
		() =>
			new Promise<KeptEvent[]>((resolve, reject) => {
				const opening = indexedDB.open('ban-may');
				opening.onerror = () => reject(opening.error as Error);
				opening.onsuccess = () => {
					const all = opening.result.transaction('events').objectStore('events').getAll();
					all.onsuccess = () => resolve(all.result as KeptEvent[]);
					all.onerror = () => reject(all.error as Error);
				};
			})
	);
}

/** Paths of the media files that are on the phone whole. */
export function keptMedia(page: Page): Promise<string[]> {
	return page.evaluate(async () => {
		const cache = await caches.open('media-v1');
		return (await cache.keys()).map(({ url }) => new URL(url).pathname);
	});
}
