import { version } from '$app/environment';
import type { PhoneFacts } from './push';

/** What the trainer's side may know of a phone: the app's version and the room left for lessons. */
export async function phoneFacts(): Promise<PhoneFacts> {
	return { app: version.slice(0, 40), freeBytes: await freeBytes() };
}

async function freeBytes(): Promise<number | null> {
	try {
		const { quota, usage } = await navigator.storage.estimate();
		return quota === undefined ? null : Math.max(0, quota - (usage ?? 0));
	} catch {
		return null;
	}
}
