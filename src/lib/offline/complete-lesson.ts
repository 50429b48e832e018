import type { Badge } from '../domain/badge';
import type { LessonProgress } from '../domain/progress';
import { appendEvent } from './append-event';
import { awardBadges } from './award-badges';
import { db } from './database';
import { newId } from './new-id';
import { orTrouble, type Trouble } from './trouble';

export type Completed = {
	kind: 'completed';
	progress: LessonProgress;
	/** Badges earned by this very lesson, to be celebrated now. */
	badges: Badge[];
};

/**
 * Appends `lesson.completed` and, when a course thereby lacks nothing, `course.completed` (once ever) with its
 * badge, all in one transaction; the lesson begins at its first card next time. Call it once a run of a lesson.
 */
export async function completeLesson(
	profileId: string,
	lesson: string,
	now: () => number = Date.now
): Promise<Completed | Trouble> {
	return orTrouble(() =>
		db.transaction(
			'rw',
			[db.profiles, db.events, db.progress, db.positions, db.badges, db.catalog],
			async () => {
				const happening = { kind: 'lesson.completed', data: { lesson } } as const;
				const progress = (await appendEvent(profileId, happening, now(), newId()))!;
				await db.positions.put({ profile: profileId, lesson, position: 0 });
				return { kind: 'completed' as const, progress, badges: await awardBadges(profileId, now) };
			}
		)
	);
}
