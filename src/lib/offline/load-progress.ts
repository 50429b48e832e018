import type { Progress } from '../domain/progress';
import { db } from './database';
import { progressOf } from './progress-of';

/** Everything she has done on this phone and, as far as the server told, on her others. */
export async function loadProgress(profileId: string): Promise<Progress> {
	return db.transaction('r', db.progress, db.events, async () => {
		const rows = await db.progress.where({ profile: profileId }).toArray();
		const ended = await db.events.where({ profile: profileId, kind: 'course.completed' }).toArray();
		const progress: Progress = { lessons: {}, courses: {} };
		for (const row of rows) progress.lessons[row.lesson] = progressOf(row);
		for (const event of ended)
			if (event.kind === 'course.completed') {
				const { course } = event.data;
				progress.courses[course] = Math.min(progress.courses[course] ?? Infinity, event.at);
			}
		return progress;
	});
}
