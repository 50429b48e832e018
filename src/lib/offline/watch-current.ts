import { liveQuery, type Subscription } from 'dexie';
import { notStarted, type Progress } from '../domain/progress';
import { loadProgress } from './load-progress';
import { currentProfile } from './profiles/current-profile';
import type { Profile } from './rows';

export type Current = { profile: Profile | undefined; progress: Progress };

/** Tells whose turn it is and how far she is: now, and whenever that changes, in this tab or in another.
 * @param fail told when the database can no longer be read; nothing is told after it */
export function watchCurrent(tell: (current: Current) => void, fail: (error: unknown) => void): Subscription {
	return liveQuery(async () => {
		const profile = await currentProfile();
		return { profile, progress: profile ? await loadProgress(profile.id) : notStarted };
	}).subscribe({ next: tell, error: fail });
}
