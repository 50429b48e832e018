import type { Catalog } from '../domain/course';
import type { Lesson } from '../domain/lesson';
import type { Practice } from '../domain/practice';
import { db } from './database';
import { mediaHere, openMedia } from './media/media-cache';
import { clipsToWaitFor } from './renew/clips-to-wait-for';
import type { Voices } from './rows';

export async function keepCatalog(catalog: Catalog, now: () => number = Date.now): Promise<void> {
	await db.catalog.put({ key: 'current', catalog, keptAtMs: now() });
}

/** Keeps what the app says in a language. A sentence that this phone can say without a line goes on as before until its
 * newer clip is here (`renew/renew-voices`). */
export async function keepVoices(voices: Voices, now: () => number = Date.now): Promise<void> {
	const before = (await db.voices.get(voices.language))?.clips ?? {};
	const { clips } = voices;
	const isNew = Object.entries(clips).some(([text, { clip }]) => before[text] && before[text].clip !== clip);
	const here = isNew ? await mediaHere(await openMedia()) : new Set<string>();
	const waiting = clipsToWaitFor(before, clips, here);
	const kept = Object.entries(before).filter(([text]) => waiting.has(text));
	await db.voices.put({
		language: voices.language,
		clips: { ...clips, ...Object.fromEntries(kept) },
		keptAtMs: now()
	});
}

/** Keeps a lesson whose bytes had this hash. The older version stays until the new one's media are here. */
export async function keepLesson(lesson: Lesson, hash: string): Promise<void> {
	await db.lessons.put({ hash, slug: lesson.slug, course: lesson.course, lesson });
}

/** Keeps a practice whose bytes had this hash, beside its older version. */
export async function keepPractice(practice: Practice, hash: string): Promise<void> {
	await db.practices.put({ hash, lesson: practice.lesson, course: practice.course, practice });
}
