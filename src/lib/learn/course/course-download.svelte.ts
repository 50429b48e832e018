import type { CatalogCourse } from '$lib/domain/course';
import type { Language } from '$lib/domain/language';
import { loadWords, type MessageKey } from '$lib/i18n/words';
import type { OnPhone } from '$lib/offline/downloads';
import { keepLater } from '$lib/sync/keep-later';
import { minutesLeft } from './minutes-left';

type State =
	'unknown' | 'none' | 'running' | 'paused' | 'full' | 'offline' | 'damaged' | 'unavailable' | 'done';

/** What she must hear when the line is gone, and how it ends. */
const TOLD: readonly MessageKey[] = [
	'course.offline',
	'course.full',
	'course.damaged',
	'course.onPhoneSay',
	'error.notOnPhone'
];

/** A course on its way to the phone. It goes on while she is on other pages, and after the app was killed. */
export class CourseDownload {
	state = $state<State>('unknown');
	onPhone = $state.raw<OnPhone>({ bytesTotal: 0, bytesHere: 0, lessonsTotal: 0, lessonsHere: 0 });
	/** Whole minutes until it is done, once that can be guessed. */
	minutesLeft = $state<number | null>(null);
	/** Free room on the phone in bytes; null where the browser does not say. */
	freeBytes = $state<number | null>(null);
	toFetch = $derived(Math.max(0, this.onPhone.bytesTotal - this.onPhone.bytesHere));

	#stop: AbortController | undefined;
	readonly #course: CatalogCourse;
	readonly #language: Language;

	constructor(course: CatalogCourse, language: Language) {
		this.#course = course;
		this.#language = language;
	}

	/** Looks at what is on the phone; a download that was running when the app was killed goes on. */
	async look(): Promise<void> {
		if (this.#stop) return;
		const { courseOnPhone } = await import('$lib/offline/downloads');
		const found = await courseOnPhone(this.#course, this.#language).catch(() => undefined);
		if (!found) {
			// A browser whose storage refuses.
			this.state = 'unavailable';
			return;
		}
		const { state, ...onPhone } = found;
		this.onPhone = onPhone;
		const isWhole = onPhone.lessonsTotal > 0 && onPhone.lessonsHere === onPhone.lessonsTotal;
		// A newer version of a lesson may have come since it was whole.
		this.state = isWhole ? 'done' : state === 'done' ? 'none' : state;
		this.freeBytes = await freeBytes();
		if (state === 'running') void this.start();
	}

	async start(now: () => number = Date.now): Promise<void> {
		if (this.#stop) return;
		this.#stop = new AbortController();
		this.state = 'running';
		const began = { atMs: now(), bytes: this.onPhone.bytesHere };
		keepLater();
		const { downloadCourse } = await import('$lib/offline/downloads');
		const words = await loadWords(this.#language);
		const ended = await downloadCourse(this.#course, this.#language, {
			signal: this.#stop.signal,
			saidFirst: TOLD.flatMap((key) => words[key] ?? []),
			onProgress: (onPhone) => {
				this.onPhone = onPhone;
				this.minutesLeft = minutesLeft(began, onPhone, now());
			}
		});
		this.#stop = undefined;
		this.minutesLeft = null;
		this.state = ended.kind;
		this.freeBytes = await freeBytes();
	}

	pause(): void {
		this.#stop?.abort();
	}

	async remove(): Promise<void> {
		const { removeCourse } = await import('$lib/offline/downloads');
		await removeCourse(this.#course);
		await this.look();
	}
}

async function freeBytes(): Promise<number | null> {
	try {
		const { quota, usage } = await navigator.storage.estimate();
		return quota === undefined ? null : Math.max(0, quota - (usage ?? 0));
	} catch {
		return null;
	}
}
