import type { Player } from './player.svelte';

/** Space listens and stops, the arrows turn the cards; a focused button keeps its own keys. */
export function keysOf(player: Player) {
	return (event: KeyboardEvent) => {
		if (event.altKey || event.ctrlKey || event.metaKey || !player.card) return;
		const isOnControl =
			event.target instanceof Element && event.target.closest('button, a, input, audio') !== null;
		if (event.key === 'ArrowRight') player.next();
		else if (event.key === 'ArrowLeft') player.prev();
		else if (event.key === ' ' && !isOnControl) player.toggle();
		else return;
		event.preventDefault();
	};
}
