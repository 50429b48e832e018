import { liveQuery, type Subscription } from 'dexie';
import { loadMine, type MyVoice } from './load-mine';

/** Tells what she told and asked: now, and whenever it changes. */
export function watchMine(profile: string, tell: (mine: MyVoice[]) => void): Subscription {
	return liveQuery(() => loadMine(profile)).subscribe({ next: tell, error: () => tell([]) });
}
