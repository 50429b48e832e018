import { createContext } from 'svelte';
import type { SyncStatus } from '$lib/sync/status.svelte';
import type { AppUpdate } from '$lib/sync/update.svelte';
import { afterFirstSentence } from './after-first-sentence';
import type { Learner } from './learner.svelte';

export type SyncState = SyncStatus['state'];

/** What works beside her learning: the worker, delivery, updates. It comes when the first sentence can be heard. */
export class Companion {
	sync = $state.raw<SyncStatus | undefined>();
	update = $state.raw<AppUpdate | undefined>();

	async start(learner: Learner): Promise<void> {
		await afterFirstSentence();
		await learner.open();
	}
}

export const [getCompanion, setCompanion] = createContext<Companion>();
