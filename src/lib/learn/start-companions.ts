import { registerWorker } from '$lib/sync/register-worker';
import type { SyncStatus } from '$lib/sync/status.svelte';
import type { AppUpdate } from '$lib/sync/update.svelte';
import { afterFirstSentence } from './after-first-sentence';
import type { Learner } from './learner.svelte';

/** Starts what works beside her learning once the first sentence can be heard: the database, the worker,
 * delivery, updates. @returns stops them */
export function startCompanions(learner: Learner, status: SyncStatus, update: AppUpdate): () => void {
	const ends = new AbortController();
	const started = async () => {
		await afterFirstSentence();
		await learner.open();
		await registerWorker();
		if (ends.signal.aborted) return;
		for (const stop of [status.start(), update.start()]) ends.signal.addEventListener('abort', stop);
	};
	void started();
	return () => ends.abort();
}
