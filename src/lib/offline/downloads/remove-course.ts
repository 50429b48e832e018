import type { CatalogCourse } from '../../domain/course';
import { db } from '../database';
import { openMedia } from '../media/media-cache';
import { sweepMedia } from './sweep-media';

/** Takes a course off the phone, in every language, and frees what no other kept lesson needs. What she has done
 * in it stays. */
export async function removeCourse(course: Pick<CatalogCourse, 'slug'>): Promise<void> {
	await db.transaction('rw', db.downloads, db.lessons, db.practices, async () => {
		await db.downloads.where({ course: course.slug }).delete();
		await db.lessons.where({ course: course.slug }).delete();
		await db.practices.where({ course: course.slug }).delete();
	});
	const cache = await openMedia();
	if (cache) await sweepMedia(cache);
}
