import { createContext } from 'svelte';

/**
 * A newer version of the app that waits on this phone. It is offered, never forced: `apply` is for a page
 * without a lesson, and the worker declines while another tab is in one.
 */
export class AppUpdate {
	available = $state(false);
	#registration: ServiceWorkerRegistration | undefined;

	/** Watches for an update that waits. @returns stops it */
	start(): () => void {
		const ends = new AbortController();
		navigator.serviceWorker?.addEventListener('controllerchange', reloadWhenReplaced(), ends);
		void navigator.serviceWorker?.ready.then((registration) => {
			if (ends.signal.aborted) return;
			this.#registration = registration;
			const look = () => (this.available = registration.waiting !== null);
			const watch = () => registration.installing?.addEventListener('statechange', look, ends);
			registration.addEventListener('updatefound', watch, ends);
			watch();
			look();
		});
		return () => ends.abort();
	}

	/** Looks for a newer version; call it between lessons. */
	async check(): Promise<void> {
		this.#registration ??= await navigator.serviceWorker?.getRegistration();
		await this.#registration?.update().catch(() => {});
	}

	/** Goes over to the new version and loads the page anew. `busy`: another tab is in a lesson, later then. */
	async apply(): Promise<'applied' | 'busy' | 'none'> {
		const waiting = (this.#registration ??= await navigator.serviceWorker?.getRegistration())?.waiting;
		if (!waiting) return 'none';
		const answer = await ask(waiting);
		if (answer === 'busy') return 'busy';
		location.reload();
		return 'applied';
	}
}

/** Another tab went over to the new version: this one's code is gone from the phone, so it loads the new one. The
 * worker never does it while a lesson is open. The first worker of all replaces nothing. */
function reloadWhenReplaced(): () => void {
	let isControlled = navigator.serviceWorker.controller !== null;
	return () => {
		if (isControlled) location.reload();
		isControlled = true;
	};
}

/** Resolves when the new worker has taken over, or declined. */
function ask(waiting: ServiceWorker): Promise<'applied' | 'busy'> {
	return new Promise((resolve) => {
		navigator.serviceWorker.addEventListener('controllerchange', () => resolve('applied'), { once: true });
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = () => resolve('busy');
		waiting.postMessage({ type: 'apply-update' }, [port2]);
	});
}

export const [getAppUpdate, setAppUpdate] = createContext<AppUpdate>();
