import type { Catalog } from '../../domain/course';
import type { Language } from '../../domain/language';
import { mediaOf } from '../../domain/media-of';
import { lessonsOf } from '../../domain/lessons-of';
import { db } from '../database';
import { mediaHere, openMedia } from '../media/media-cache';

/** Lessons that are on this phone whole, so that a group hears all of each without a line. */
export async function keptLessons(catalog: Catalog, language: Language): Promise<Set<string>> {
	const here = await mediaHere(await openMedia());
	const rows = await db.lessons.toArray();
	const whole = new Set(
		rows
			.filter(({ lesson }) => mediaOf(lesson, language).every((name) => here.has(name)))
			.map(({ slug }) => slug)
	);
	return new Set(
		catalog.courses
			.flatMap(lessonsOf)
			.map(({ slug }) => slug)
			.filter((slug) => whole.has(slug))
	);
}
