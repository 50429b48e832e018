import { createContext } from 'svelte';
import type { Params } from '$lib/i18n/fill';
import type { MessageKey } from '$lib/i18n/messages.svelte';
import type { HerBook, Problem } from '$lib/offline/book';
import type { Trouble } from '$lib/offline/trouble';
import type { SyncStatus } from '$lib/sync/status.svelte';
import type { Voice } from '$lib/voice/voice.svelte';

type Verbs = typeof import('$lib/offline/book');
/** What she is told once it is written. */
export type Told = { key: MessageKey; params?: Params };

/** Her book on the screen: what it says, and what became of the last thing that she wrote. */
export class Ledger {
	/** Undefined until it is known, null where this browser keeps nothing. */
	her = $state.raw<HerBook | null | undefined>();
	/** Why the last thing is not written; it is still on the screen and can be tapped again. */
	trouble = $state<MessageKey | null>(null);
	#isWriting = false;

	constructor(
		readonly voice: Voice,
		readonly status: SyncStatus
	) {}

	/** @param open opens her profile, or makes a guest's @returns stops it */
	start(open: () => Promise<unknown>): () => void {
		let stop = () => {};
		let isLeft = false;
		void open().then(async (profile) => {
			const { watchBook } = await import('$lib/offline/book');
			if (isLeft) return;
			if (!profile) return void (this.her = null);
			const watching = watchBook(
				(her) => (this.her = her ?? null),
				() => (this.her ??= null)
			);
			stop = () => watching.unsubscribe();
		});
		return () => {
			isLeft = true;
			stop();
		};
	}

	/**
	 * Writes something and says so; what keeps it from being written is said too. A second tap while the first is being
	 * written does nothing.
	 */
	async keep<K extends { kind: 'kept' }>(
		write: (book: Verbs, profile: string) => Promise<K | Problem | Trouble>,
		told?: Told | ((kept: K) => Told | Promise<Told>)
	): Promise<K | null> {
		const profile = this.her?.profile.id;
		if (!profile || this.#isWriting) return null;
		this.#isWriting = true;
		try {
			const kept = await write(await import('$lib/offline/book'), profile);
			this.trouble = isKept(kept) ? null : troubleOf(kept);
			if (!isKept(kept)) {
				if (this.trouble) void this.voice.sayMessage(this.trouble);
				return null;
			}
			this.status.wake();
			const { key, params } = (typeof told === 'function' ? await told(kept) : told) ?? {};
			if (key) void this.voice.sayMessage(key, params);
			return kept;
		} finally {
			this.#isWriting = false;
		}
	}
}

const isKept = <K extends { kind: 'kept' }>(kept: K | Problem | Trouble): kept is K => kept.kind === 'kept';

/** The phone's own words say that what was learned is not lost; here it is what was written. */
function troubleOf(unkept: Problem | Trouble): MessageKey {
	if (unkept.kind === 'problem') return `book.problem.${unkept.code}`;
	return unkept.code === 'full' ? 'book.full' : `trouble.${unkept.code}`;
}

const [getLedger, setLedger] = createContext<Ledger>();
export { setLedger };

/** The book of the page's layout, which shows its pages only once it is known. */
export function openLedger(): Ledger & { her: HerBook } {
	return getLedger() as Ledger & { her: HerBook };
}
