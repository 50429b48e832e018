import { lessonState } from '$lib/domain/progress';
import type { Messages } from '$lib/i18n/messages.svelte';
import { keepLater } from '$lib/sync/keep-later';
import { registerWorker } from '$lib/sync/register-worker';
import type { SyncStatus } from '$lib/sync/status.svelte';
import type { AppUpdate } from '$lib/sync/update.svelte';
import { afterFirstSentence } from './after-first-sentence';
import type { Learner } from './learner.svelte';

type Companions = { messages: Messages; learner: Learner; status: SyncStatus; update: AppUpdate };

/** Starts what works beside her learning once the first sentence can be heard: the database, the worker,
 * delivery, updates, what she must hear without a line. @returns stops them */
export function startCompanions({ messages, learner, status, update }: Companions): () => void {
	const ends = new AbortController();
	const started = async () => {
		await afterFirstSentence();
		await learner.open();
		if (ends.signal.aborted) return;
		for (const stop of [status.start(), update.start()]) ends.signal.addEventListener('abort', stop);
		// Not before delivery: to keep what was heard waits for sounds that are still on their way.
		await registerWorker();
		if (ends.signal.aborted) return;
		const { keepFirstWords } = await import('./keep-first-words');
		await keepFirstWords(messages);
		if (Object.values(learner.progress.lessons).some((lesson) => lessonState(lesson) === 'done')) keepLater();
	};
	void started();
	return () => ends.abort();
}
