import type { Happening } from '../domain/event';
import type { LessonProgress } from '../domain/progress';
import { appendEvent } from './append-event';
import { db } from './database';
import { newId } from './new-id';
import { orTrouble, type Trouble } from './trouble';

export type Recorded = { kind: 'recorded'; progress: LessonProgress | undefined };

/**
 * Keeps what happened: the event under its number, the folded progress and, when given, the card to go on
 * from, in one transaction; all of it or nothing.
 * @param position index of the card at which she is now, for what happens in a lesson
 * @returns the lesson's new progress, or the trouble to say aloud
 */
export async function record(
	profileId: string,
	happening: Happening,
	position?: number,
	now: () => number = Date.now
): Promise<Recorded | Trouble> {
	return orTrouble(() =>
		db.transaction('rw', db.profiles, db.events, db.progress, db.positions, async () => {
			const progress = await appendEvent(profileId, happening, now(), newId());
			if (position !== undefined && 'lesson' in happening.data) {
				const { lesson } = happening.data;
				await db.positions.put({ profile: profileId, lesson, position });
			}
			return { kind: 'recorded' as const, progress };
		})
	);
}
