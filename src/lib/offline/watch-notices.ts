import { liveQuery, type Subscription } from 'dexie';
import { loadNotices, type HerNotices } from './load-notices';

/** Tells her notices: now, and whenever they change or one is heard. */
export function watchNotices(profileId: string, tell: (hers: HerNotices) => void): Subscription {
	return liveQuery(() => loadNotices(profileId)).subscribe({ next: tell, error: () => {} });
}
