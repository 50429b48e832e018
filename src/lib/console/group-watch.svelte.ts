import { askForGroup, type Answer } from './ask-for-group';
import type { GroupView } from './group-view';

/** A phone's sync is to be seen within 10 s: the wait, a slow answer and the drawing fit in. */
export const POLL_MS = 5000;
/** After a failure sooner, because a dead request has eaten up to 6 s already. */
export const RETRY_MS = 2000;

/**
 * Keeps a page's view fresh while it is seen. When the server is away it goes on showing the last view, says
 * since when, and goes on asking; it needs nobody to recover.
 */
export class Watch<V> {
	view = $state.raw() as V;
	state = $state<'live' | 'away' | 'signed-out' | 'gone'>('live');
	/** The server's clock: when the view was last known to be true, and now. */
	freshAtMs = $state(0);
	nowMs = $state(0);
	/** What the last change was, in a sentence for who cannot see it. */
	news = $state('');
	#etag: string;
	#asking = false;
	#timer: ReturnType<typeof setTimeout> | undefined;
	/** The trainer's clock may be wrong by years. */
	readonly #offsetMs: number;

	constructor(
		seen: { view: V; etag: string; nowMs: number },
		private readonly ask: (etag: string) => Promise<Answer<V>>,
		private readonly newsOf: (before: V, now: V) => string = () => '',
		private readonly clock: () => number = Date.now
	) {
		this.view = seen.view;
		this.#etag = seen.etag;
		this.#offsetMs = seen.nowMs - clock();
		this.freshAtMs = this.nowMs = seen.nowMs;
	}

	/** An attachment: watches as long as its element stands, and rests while the page is hidden. */
	run = (): (() => void) => {
		this.#asking = false;
		const wake = () => document.visibilityState === 'visible' && void this.#look();
		document.addEventListener('visibilitychange', wake);
		window.addEventListener('online', wake);
		this.#wait(POLL_MS);
		return () => {
			document.removeEventListener('visibilitychange', wake);
			window.removeEventListener('online', wake);
			clearTimeout(this.#timer);
			this.#timer = undefined;
			this.#asking = true; // an answer that is still under way has nothing more to do
		};
	};

	async #look(): Promise<void> {
		if (this.#asking) return;
		clearTimeout(this.#timer);
		this.#asking = true;
		const answer = await this.ask(this.#etag);
		if (this.#timer === undefined) return; // stopped meanwhile
		this.#asking = false;
		this.#take(answer);
		if (document.visibilityState === 'visible') this.#wait(answer.kind === 'away' ? RETRY_MS : POLL_MS);
	}

	#wait(ms: number): void {
		this.#timer = setTimeout(() => {
			if (document.visibilityState === 'visible') void this.#look();
		}, ms);
	}

	#take(answer: Answer<V>): void {
		this.nowMs = this.clock() + this.#offsetMs;
		this.state = answer.kind === 'new' || answer.kind === 'same' ? 'live' : answer.kind;
		if (this.state === 'live') this.freshAtMs = this.nowMs;
		if (answer.kind !== 'new') return;
		this.news = this.newsOf(this.view, answer.view) || this.news;
		this.view = answer.view;
		this.#etag = answer.etag;
	}
}

/** The watch over one group's page. */
export class GroupWatch extends Watch<GroupView> {
	constructor(
		seen: { view: GroupView; etag: string; nowMs: number },
		ask: (id: string, etag: string) => Promise<Answer> = askForGroup,
		newsOf?: (before: GroupView, now: GroupView) => string
	) {
		super(seen, (etag) => ask(seen.view.group.id, etag), newsOf);
	}
}
