import { createContext } from 'svelte';

/**
 * How far she has walked inside the app since the page was opened. The Back button on the screen then does
 * what the phone's own does; on a page opened by a link from elsewhere it leads one level up instead.
 */
export class Trail {
	#steps = 0;

	walked(type: string) {
		this.#steps = Math.max(0, this.#steps + (type === 'popstate' ? -1 : 1));
	}

	/** Goes back inside the app, when there is a page of ours to go back to. */
	back(event: MouseEvent) {
		if (this.#steps === 0) return;
		event.preventDefault();
		history.back();
	}
}

export const [getTrail, setTrail] = createContext<Trail>();
