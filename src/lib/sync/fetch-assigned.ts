import { mediaOf } from '../domain/media-of';
import { openAssignments } from '../domain/notice-rules';
import { db } from '../offline/database';
import { fetchLesson } from '../offline/fetch-content';
import { keepLesson } from '../offline/keep-content';
import { loadNotices } from '../offline/load-notices';
import { loadProgress } from '../offline/load-progress';
import { keepMedia } from '../offline/media/keep-media';

type WithSaver = Navigator & { connection?: { saveData?: boolean } };

/** Brings the next lesson of each assignment to the phone (150 kB at most), so that what stands first on her home can
 * also be heard where there is no line. Not when her browser saves data. What does not come now comes with the next
 * delivery. */
export async function fetchAssigned(profileId: string, fetch: typeof globalThis.fetch): Promise<void> {
	if ((globalThis.navigator as WithSaver | undefined)?.connection?.saveData) return;
	const courses = (await db.catalog.get('current'))?.catalog.courses ?? [];
	const language = (await db.profiles.get(profileId))?.language ?? 'vi';
	const { notices } = await loadNotices(profileId);
	for (const { lesson } of openAssignments(notices, courses, await loadProgress(profileId))) {
		try {
			const known = (await db.lessons.get(lesson.hash))?.lesson;
			const kept = known ?? (await fetchLesson(lesson.hash, fetch));
			if (!known) await keepLesson(kept, lesson.hash);
			await keepMedia(mediaOf(kept, language), fetch);
		} catch {
			// No line, or no room: the next delivery tries again.
			return;
		}
	}
}
