import type { Voice } from '$lib/voice/voice.svelte';

/** Strangers' pages come from the server: without a line she is told so, and stays where she is. */
export const needsLine = (voice: Voice) => (event: MouseEvent) => {
	if (navigator.onLine) return;
	event.preventDefault();
	void voice.sayMessage('sell.needsLine');
};
