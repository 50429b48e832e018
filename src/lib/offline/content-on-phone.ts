import type { Catalog, CatalogLesson } from '../domain/course';
import { lessonsOf } from '../domain/lessons-of';
import type { Language } from '../domain/language';
import type { LoadedLesson } from './content';
import { db } from './database';
import { fetchCatalog, type Fetch } from './fetch-content';
import { keepCatalog } from './keep-content';
import { soon } from './soon';
import type { Voices } from './rows';

/** The phone's catalogue, refreshed for the next time; undefined when there is none yet. */
export async function keptCatalog(fetch: Fetch): Promise<Catalog | undefined> {
	soon('catalog', async () => keepCatalog(await fetchCatalog(fetch)));
	return (await db.catalog.get('current'))?.catalog;
}

/** The phone's copy of the lesson, the newest if it is here; undefined when the lesson is not on the phone. */
export async function keptLesson(slug: string, fetch: Fetch): Promise<LoadedLesson | undefined> {
	const current = await inCatalog(slug);
	const newest = current && (await db.lessons.get(current.hash));
	const row = newest ?? (await db.lessons.where({ slug }).first());
	if (current && !newest) {
		const fresh = async () => (await import('./renew/renew-lesson')).renewLesson(current.hash, fetch);
		if (row) soon(`lesson ${slug}`, fresh);
	}
	return row && { lesson: row.lesson, hash: row.hash };
}

/** The phone's clips for the interface, refreshed for the next time. */
export async function keptVoices(language: Language, fetch: Fetch): Promise<Voices | undefined> {
	soon(`voices ${language}`, async () => (await import('./renew/renew-voices')).renewVoices(language, fetch));
	const row = await db.voices.get(language);
	return row && { language: row.language, clips: row.clips };
}

async function inCatalog(slug: string): Promise<CatalogLesson | undefined> {
	const courses = (await db.catalog.get('current'))?.catalog.courses ?? [];
	return courses.flatMap(lessonsOf).find((lesson) => lesson.slug === slug);
}
