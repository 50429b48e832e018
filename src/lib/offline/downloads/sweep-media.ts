import type { CatalogCourse } from '../../domain/course';
import { lessonsOf } from '../../domain/lessons-of';
import { mediaOfPractice } from '../../domain/media-of-practice';
import { mediaOfNotice } from '../../domain/media-of-notice';
import { mediaOf } from '../../domain/media-of';
import { db } from '../database';
import { mediaHere, mediaUrl } from '../media/media-cache';

/** Forgets the lessons and practices of the course that the catalogue has replaced. @returns whether there were any */
export async function forgetOldVersions(course: CatalogCourse): Promise<boolean> {
	const current = new Set(
		[...lessonsOf(course), ...(course.check ? [course.check] : [])].map(({ hash }) => hash)
	);
	const rows = await db.lessons.where({ course: course.slug }).primaryKeys();
	const old = rows.filter((hash) => !current.has(hash));
	await db.lessons.bulkDelete(old);
	const listed = new Set(lessonsOf(course).map(({ practice }) => practice?.hash));
	const practices = await db.practices.where({ course: course.slug }).primaryKeys();
	const oldPractices = practices.filter((hash) => !listed.has(hash));
	await db.practices.bulkDelete(oldPractices);
	return old.length + oldPractices.length > 0;
}

/** Frees every file that no kept lesson, no kept voice and no title in the catalogue names, in any language. */
export async function sweepMedia(cache: Cache): Promise<void> {
	const named = await namedMedia();
	for (const name of await mediaHere(cache)) if (!named.has(name)) await cache.delete(mediaUrl(name));
}

/** Every file that something on this phone names. */
export async function namedMedia(): Promise<Set<string>> {
	const named = new Set<string>();
	const addClips = (clips: Record<string, { clip: string }>) =>
		Object.values(clips).forEach(({ clip }) => named.add(clip));
	await db.lessons.each(({ lesson }) => {
		for (const language of Object.keys(lesson.title))
			mediaOf(lesson, language).forEach((name) => named.add(name));
	});
	await db.practices.each(({ practice }) => {
		for (const language of Object.keys(practice.done))
			mediaOfPractice(practice, language).forEach((name) => named.add(name));
	});
	await db.voices.each(({ clips }) => addClips(clips));
	await db.notices.each(({ notice }) => mediaOfNotice(notice.body).forEach((name) => named.add(name)));
	const { courses = [], achievements = [] } = (await db.catalog.get('current'))?.catalog ?? {};
	const modules = courses.flatMap((course) => course.modules.map((module) => ({ ...module, picture: '' })));
	for (const { title, picture } of [...achievements, ...courses, ...modules, ...courses.flatMap(lessonsOf)]) {
		addClips(title);
		named.add(picture);
	}
	return named;
}
