/** A key is remembered for as long as a browser may offer to send the same form again. */
const REMEMBER_MS = 24 * 3600_000;

type Done<T> = { result: Promise<T> | null; atMs: number };

/**
 * Carries out what a form asks once, however often the form arrives: a double click, "reload", a lost answer. One
 * process serves the console, so its memory is enough; rows that must never double have ids of their own.
 */
export class Once<T> {
	readonly #done = new Map<string, Done<T>>();

	/** @param keepMs how long a result may be handed out again; after that the key is only known as used */
	constructor(
		private readonly keepMs: number,
		private readonly now: () => number = Date.now
	) {}

	/**
	 * The work's result, of this call or of an earlier one with the key; undefined when that one is no longer kept.
	 * A result that `isFinal` denies (a problem to put right) and work that threw leave the key unused.
	 */
	run(key: string, work: () => Promise<T>, isFinal: (result: T) => boolean): Promise<T | undefined> {
		this.#sweep();
		const known = this.#done.get(key);
		if (known) return Promise.resolve(known.result ?? undefined);
		const result = work();
		this.#done.set(key, { result, atMs: this.now() });
		const forget = () => this.#done.delete(key);
		result.then((value) => isFinal(value) || forget(), forget);
		return result;
	}

	#sweep(): void {
		for (const [key, done] of this.#done) {
			const age = this.now() - done.atMs;
			if (age > this.keepMs) done.result = null;
			if (age > REMEMBER_MS) this.#done.delete(key);
		}
	}
}
