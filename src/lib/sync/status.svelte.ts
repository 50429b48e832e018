import { createContext } from 'svelte';
import type { Profile } from '../offline/rows';
import type { Delivery } from './deliver';

export type SyncState = 'delivered' | 'waiting' | 'sending' | 'offline' | 'not-joined' | 'revoked';

/** What the small sign says: whether everything she did is with her trainer. One for the learner's pages, made
 * by their layout and handed down. */
export class SyncStatus {
	/** Her events that the server has not confirmed. */
	waiting = $state(0);
	lastDeliveredAtMs = $state<number | null>(null);
	#profile = $state.raw<Profile | undefined>();
	#running = $state(false);
	#last = $state.raw<Delivery | undefined>();
	#wake: () => void = () => {};

	state: SyncState = $derived.by(() => {
		if (!this.#profile?.learner || this.#last?.kind === 'not_joined') return 'not-joined';
		if (this.#profile.revoked) return 'revoked';
		if (this.waiting === 0) return 'delivered';
		if (this.#running) return 'sending';
		return this.#last?.kind === 'offline' ? 'offline' : 'waiting';
	});

	/** Delivers now: after a lesson was completed, when she taps the sign. */
	wake(): void {
		this.#wake();
	}

	/**
	 * Begins to deliver, and to watch what waits. Call it once the first sentence could be heard: the database
	 * comes with it.
	 * @returns stops it
	 */
	start(fetch: typeof globalThis.fetch = globalThis.fetch): () => void {
		const stopped = new AbortController();
		void import('./keep-delivering').then(({ keepDelivering }) => {
			if (stopped.signal.aborted) return;
			const running = keepDelivering((...call) => fetch(...call), {
				onrunning: (is) => (this.#running = is),
				ondelivered: (deliveries) => (this.#last = this.#profile && deliveries.get(this.#profile.id)),
				onwaiting: ({ profile, waiting }) => {
					this.#profile = profile;
					this.waiting = waiting;
					this.lastDeliveredAtMs = profile?.lastDeliveredAtMs ?? null;
				}
			});
			this.#wake = running.wake;
			stopped.signal.addEventListener('abort', running.stop);
		});
		return () => stopped.abort();
	}
}

export const [getSyncStatus, setSyncStatus] = createContext<SyncStatus>();
