import { Learner } from '$lib/learn/learner.svelte';

/** Who tries a lesson out: she has no profile, opens no database and leaves no trace. */
export class Nobody extends Learner {
	override open() {
		return Promise.resolve(undefined);
	}
	override record() {
		return Promise.resolve();
	}
	override complete() {
		return Promise.resolve([]);
	}
	override stopAt() {
		return Promise.resolve();
	}
	override settled() {
		return Promise.resolve();
	}
}
