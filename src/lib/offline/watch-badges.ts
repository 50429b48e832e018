import { liveQuery, type Subscription } from 'dexie';
import type { Badge } from '../domain/badge';
import { loadBadges } from './load-badges';
import { currentProfile } from './profiles/current-profile';
import type { Profile } from './rows';

export type Holder = { profile: Profile | undefined; badges: Badge[] };

/** Tells whose turn it is and which badges she has: now, and whenever that changes, as when one is confirmed. */
export function watchBadges(tell: (holder: Holder) => void): Subscription {
	return liveQuery(async () => {
		const profile = await currentProfile();
		return { profile, badges: profile ? await loadBadges(profile.id) : [] };
	}).subscribe(tell);
}
