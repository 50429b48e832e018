import { createContext } from 'svelte';

/** What Chrome fires when the app may be put on the screen; in no lib.dom. */
type InstallEvent = Event & { prompt(): Promise<void>; userChoice: Promise<{ outcome: string }> };

/** The browser's offer to put the app on the screen, kept until the right moment: after a finished lesson. */
export class Install {
	#offer = $state.raw<InstallEvent | undefined>();
	#isDeclined = $state(false);
	isOffered = $derived(this.#offer !== undefined && !this.#isDeclined);

	/** Listens until the returned function is called. */
	listen(): () => void {
		const keep = (event: Event) => {
			event.preventDefault();
			this.#offer = event as InstallEvent;
		};
		const forget = () => (this.#offer = undefined);
		window.addEventListener('beforeinstallprompt', keep);
		window.addEventListener('appinstalled', forget);
		return () => {
			window.removeEventListener('beforeinstallprompt', keep);
			window.removeEventListener('appinstalled', forget);
		};
	}

	async accept(): Promise<void> {
		await this.#offer?.prompt();
		this.#offer = undefined;
	}

	/** Not again on this visit. */
	decline() {
		this.#isDeclined = true;
	}
}

export const [getInstall, setInstall] = createContext<Install>();
