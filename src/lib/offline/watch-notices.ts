import { liveQuery, type Subscription } from 'dexie';
import { loadNotices, type HerNotices } from './load-notices';

/** Tells her notices: now, and whenever they change or one is heard.
 * @param fail told when the database can no longer be read; nothing is told after it */
export function watchNotices(
	profileId: string,
	tell: (hers: HerNotices) => void,
	fail: () => void
): Subscription {
	return liveQuery(() => loadNotices(profileId)).subscribe({ next: tell, error: fail });
}
