/**
 * Loading of courses, lessons and voices, for universal `load` functions; runs on the server too. Where a
 * worker controls the page (every later visit) the phone's own copy comes first and is refreshed afterwards;
 * on a first visit the network is asked and the database (30 kB) stays out of it: `./content-on-phone` must
 * only ever be imported dynamically here.
 */
import type { Catalog } from '../domain/course';
import type { Language } from '../domain/language';
import type { Lesson } from '../domain/lesson';
import { fetchCatalog, fetchCurrentLesson, fetchVoices, NotOnPhone, type Fetch } from './fetch-content';
import type { Voices } from './rows';

export { NotOnPhone } from './fetch-content';
export type LoadedLesson = { lesson: Lesson; hash: string };

/** The catalogue. @throws NotOnPhone when neither the phone nor the network has it */
export function loadCatalog(fetch: Fetch): Promise<Catalog> {
	return phoneFirst(
		async () => (await onPhone()).keptCatalog(fetch),
		() => fetchCatalog(fetch)
	);
}

/**
 * A lesson as it is today, or as it was when it was downloaded: a newer version is fetched for the next time.
 * @throws NotOnPhone with code `not_on_phone`, or `lesson_unknown` when the server says there is none
 */
export function loadLesson(slug: string, fetch: Fetch): Promise<LoadedLesson> {
	return phoneFirst(
		async () => (await onPhone()).keptLesson(slug, fetch),
		() => fetchCurrentLesson(slug, fetch)
	);
}

/** The clips of the interface's sentences, keyed by the sentence. @throws NotOnPhone */
export function loadVoices(language: Language, fetch: Fetch): Promise<Voices> {
	return phoneFirst(
		async () => (await onPhone()).keptVoices(language, fetch),
		() => fetchVoices(language, fetch)
	);
}

const onPhone = () => import('./content-on-phone');

/** A page that no worker controls asks the network first, and the phone only when there is none. */
export async function phoneFirst<T>(
	fromPhone: () => Promise<T | undefined>,
	fromNetwork: () => Promise<T>
): Promise<T> {
	const controlled = globalThis.navigator?.serviceWorker?.controller != null;
	const kept = controlled ? await fromPhone().catch(() => undefined) : undefined;
	if (kept !== undefined) return kept;
	try {
		return await fromNetwork();
	} catch (error) {
		const wanted = error instanceof NotOnPhone && error.code === 'not_on_phone';
		const late = wanted && !controlled && inBrowser() ? await fromPhone().catch(() => undefined) : undefined;
		if (late !== undefined) return late;
		throw error;
	}
}

const inBrowser = () => globalThis.document !== undefined && globalThis.indexedDB !== undefined;
