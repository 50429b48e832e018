import { backoffMs, LONGEST_MS } from './backoff';
import type { Delivery } from './deliver';
import type { SyncRun } from './run-sync';

/** New events go together: a card is heard every few seconds, and each call costs her about a kilobyte. */
const GATHER_MS = 6_000;
/** The server answered and will answer the same: only something new (she joins, the app is opened) changes it. */
const HOPELESS_MS = 5 * 60_000;
/** Asking for news, with nothing to send, is worth a call this often. */
const NEWS_EVERY_MS = 60_000;

export type LoopDeps = {
	run: (options: { onlyOwing: boolean }) => Promise<SyncRun>;
	/** The page is in sight and the phone does not know itself to be offline. */
	mayPoll: () => boolean;
	onrunning: (running: boolean) => void;
	ondelivered: (run: NonNullable<SyncRun>) => void;
	random?: () => number;
	now?: () => number;
};

/** When to deliver: at once when woken, a little after something waits, and again and again while it waits. */
export class SyncLoop {
	#timer: ReturnType<typeof setTimeout> | undefined;
	#running = false;
	#again = false;
	#stopped = false;
	#waiting = 0;
	#failures = 0;
	#delayMs = GATHER_MS;
	#newsAtMs = -Infinity;
	readonly #now: () => number;

	constructor(readonly deps: LoopDeps) {
		this.#now = deps.now ?? Date.now;
	}

	/** Something happened that makes a call worth while: the start, a line, a completed lesson. */
	wake(): void {
		if (this.#stopped) return;
		if (this.#running) this.#again = true;
		else void this.#run();
	}

	/** The page came into sight: send what waits; ask for news if the last are old. */
	look(): void {
		if (this.#waiting > 0 || this.#now() - this.#newsAtMs >= NEWS_EVERY_MS) this.wake();
	}

	/** So many events wait, of anybody on this phone who has joined. */
	owes(events: number): void {
		const more = events > this.#waiting;
		this.#waiting = events;
		if (more && this.#timer === undefined) this.#schedule();
	}

	stop(): void {
		this.#stopped = true;
		clearTimeout(this.#timer);
	}

	#schedule(): void {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		if (this.#stopped || this.#running || this.#waiting === 0 || !this.deps.mayPoll()) return;
		this.#timer = setTimeout(() => {
			this.#timer = undefined;
			if (this.deps.mayPoll()) void this.#run();
		}, this.#delayMs);
	}

	async #run(): Promise<void> {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		this.#running = true;
		this.deps.onrunning(true);
		do {
			this.#again = false;
			const onlyOwing = this.#now() - this.#newsAtMs < NEWS_EVERY_MS;
			const run = await this.deps.run({ onlyOwing }).catch(() => null);
			this.#delayMs = this.#after(run, onlyOwing);
		} while (this.#again && !this.#stopped);
		this.#running = false;
		this.deps.onrunning(false);
		this.#schedule();
	}

	/** How long to wait before the next call, after this one. */
	#after(run: SyncRun, onlyOwing: boolean): number {
		if (run === null) return LONGEST_MS;
		this.deps.ondelivered(run);
		const outcomes = [...run.deliveries.values()];
		const offline = outcomes.some(({ kind }) => kind === 'offline');
		this.#failures = offline ? this.#failures + 1 : 0;
		if (offline) return backoffMs(this.#failures, this.deps.random);
		if (!onlyOwing) this.#newsAtMs = this.#now();
		return Math.max(GATHER_MS, ...outcomes.map(patienceMs));
	}
}

const hopeless = new Set<Delivery['kind']>(['refused', 'stuck', 'not_joined', 'trouble']);

function patienceMs(outcome: Delivery): number {
	if (outcome.kind === 'too_many') return outcome.waitMs;
	return hopeless.has(outcome.kind) ? HOPELESS_MS : 0;
}
