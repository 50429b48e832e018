import type { CatalogCourse } from '../../domain/course';
import type { Language } from '../../domain/language';
import { db } from '../database';
import { mediaHere, openMedia } from '../media/media-cache';
import type { DownloadState } from '../rows';
import { countHere, type OnPhone } from './count-here';
import { bundlesOf } from './files-of-course';

/** How much of a course is on the phone in this language, and how its download stands. `running` without
 * anybody working on it means that the app was killed: call `downloadCourse` again, it goes on. */
export async function courseOnPhone(
	course: CatalogCourse,
	language: Language
): Promise<OnPhone & { state: DownloadState | 'none' }> {
	const here = await mediaHere(await openMedia());
	const row = await db.downloads.get([course.slug, language]);
	return { ...countHere(await bundlesOf(course, language), here), state: row?.state ?? 'none' };
}
