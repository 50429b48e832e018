import type { Happening } from '../domain/event';
import { isEvidence } from '../domain/evidence';
import type { LessonProgress } from '../domain/progress';
import { appendEvent } from './append-event';
import { awardBadges } from './award-badges';
import { db } from './database';
import { newId } from './new-id';
import { orTrouble, type Trouble } from './trouble';

export type Recorded = { kind: 'recorded'; progress: LessonProgress | undefined };

/**
 * Keeps what happened: the event under its number, the folded progress and, when given, the card to go on
 * from, in one transaction; all of it or nothing. What a badge may look at gives, in it, the badges that it completes.
 * @param position index of the card at which she is now, for what happens in a lesson
 * @returns the lesson's new progress, or the trouble to say aloud
 */
export async function record(
	profileId: string,
	happening: Happening,
	position?: number,
	now: () => number = Date.now
): Promise<Recorded | Trouble> {
	const { profiles, events, progress: lessons, positions, badges, catalog } = db;
	const mayEarn = isEvidence(happening.kind);
	const tables = [profiles, events, lessons, positions, ...(mayEarn ? [badges, catalog] : [])];
	return orTrouble(() =>
		db.transaction('rw', tables, async () => {
			const progress = await appendEvent(profileId, happening, now(), newId());
			if (mayEarn) await awardBadges(profileId, now);
			if (position !== undefined && 'lesson' in happening.data) {
				const { lesson } = happening.data;
				await db.positions.put({ profile: profileId, lesson, position });
			}
			return { kind: 'recorded' as const, progress };
		})
	);
}
