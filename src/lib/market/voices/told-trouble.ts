import type { MessageKey } from '$lib/i18n/messages.svelte';
import type { Unkept } from './keep-voice';

/** What she is told when what she said could not be kept; it is still there to be sent again. */
export function toldTrouble(why: Unkept['why']): MessageKey {
	if (why === 'full' || why === 'large' || why === 'short') return `voices.${why}`;
	return `trouble.${why}`;
}
