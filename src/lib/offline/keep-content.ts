import type { Catalog } from '../domain/course';
import type { Lesson } from '../domain/lesson';
import type { Practice } from '../domain/practice';
import { db } from './database';
import type { Voices } from './rows';

export async function keepCatalog(catalog: Catalog, now: () => number = Date.now): Promise<void> {
	await db.catalog.put({ key: 'current', catalog, keptAtMs: now() });
}

export async function keepVoices(voices: Voices, now: () => number = Date.now): Promise<void> {
	await db.voices.put({ language: voices.language, clips: voices.clips, keptAtMs: now() });
}

/** Keeps a lesson whose bytes had this hash. The older version stays until the new one's media are here. */
export async function keepLesson(lesson: Lesson, hash: string): Promise<void> {
	await db.lessons.put({ hash, slug: lesson.slug, course: lesson.course, lesson });
}

/** Keeps a practice whose bytes had this hash, beside its older version. */
export async function keepPractice(practice: Practice, hash: string): Promise<void> {
	await db.practices.put({ hash, lesson: practice.lesson, course: practice.course, practice });
}
