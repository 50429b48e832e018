import { db } from '../offline/database';
import { fetchNoticeMedia } from './fetch-notice-media';

const LOCK = 'ban-may-media';

/**
 * Brings to the phone what these women's notices say and show, and the lessons they were assigned: one after the
 * other, in one tab at a time. Never throws: what does not come now comes after the next delivery.
 */
export async function fetchMedia(profileIds: string[], fetch: typeof globalThis.fetch): Promise<void> {
	const bring = async () => {
		for (const id of profileIds) {
			await fetchNoticeMedia(id, fetch);
			if ((await db.notices.where({ profile: id }).count()) === 0) continue;
			await (await import('./fetch-assigned')).fetchAssigned(id, fetch);
		}
	};
	const locks = globalThis.navigator?.locks;
	await (locks ? locks.request(LOCK, bring) : bring()).catch(() => {});
}
