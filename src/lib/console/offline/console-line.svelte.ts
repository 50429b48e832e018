import { createContext } from 'svelte';

/** A server that returns is noticed within this time, while the page is in sight. */
const AGAIN_MS = 10_000;
const PATIENCE_MS = 6_000;
/** Data older than this was kept, not fetched for this page: it is asked for anew. */
const OLD_MS = 60_000;

type Deps = {
	/** Fetches the page's data anew. */
	renew: () => Promise<void>;
	/** The session is over: what was kept goes, and she signs in again. */
	onsignedout: () => void;
	fetch?: typeof globalThis.fetch;
};

/** Whether the console's server is within reach. Pages that were kept are shown without it, and say so. */
export class ConsoleLine {
	isOffline = $state(false);
	#timer: ReturnType<typeof setTimeout> | undefined;
	#stopped = false;
	readonly #ask: typeof globalThis.fetch;

	constructor(readonly deps: Deps) {
		this.#ask = deps.fetch ?? ((...call) => fetch(...call));
	}

	/**
	 * Looks at once, and again while there is none.
	 * @param atMs the server's clock when it gave the data that is shown
	 * @returns stops it
	 */
	start(atMs: () => number): () => void {
		const look = () => void this.#look(atMs());
		const gone = () => {
			this.isOffline = true;
			this.#again(look);
		};
		const seen = () => document.visibilityState === 'visible' && this.isOffline && look();
		addEventListener('online', look);
		addEventListener('offline', gone);
		document.addEventListener('visibilitychange', seen);
		look();
		return () => {
			this.#stopped = true;
			clearTimeout(this.#timer);
			removeEventListener('online', look);
			removeEventListener('offline', gone);
			document.removeEventListener('visibilitychange', seen);
		};
	}

	async #look(atMs: number): Promise<void> {
		clearTimeout(this.#timer);
		const wasOffline = this.isOffline;
		const found = await this.#find();
		if (this.#stopped) return;
		this.isOffline = found === null;
		if (found === null) return this.#again(() => void this.#look(atMs));
		if (!found.isStaff) return this.deps.onsignedout();
		if (wasOffline || found.nowMs - atMs > OLD_MS) await this.deps.renew();
	}

	/** Who the server says is here, and its clock; null without a line. */
	async #find(): Promise<{ isStaff: boolean; nowMs: number } | null> {
		try {
			const signal = AbortSignal.timeout(PATIENCE_MS);
			const response = await this.#ask('/api/session', { cache: 'no-store', signal });
			const { principal } = (await response.json()) as { principal: { kind: string } };
			const nowMs = Date.parse(response.headers.get('date') ?? '');
			return response.ok ? { isStaff: principal.kind === 'staff', nowMs } : null;
		} catch {
			return null;
		}
	}

	#again(look: () => void): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => {
			if (document.visibilityState === 'visible') look();
		}, AGAIN_MS);
	}
}

export const [getConsoleLine, setConsoleLine] = createContext<ConsoleLine>();
