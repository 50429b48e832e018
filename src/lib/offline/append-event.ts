import type { Event, Happening } from '../domain/event';
import type { LessonProgress } from '../domain/progress';
import { db } from './database';
import { foldEvents } from './fold-events';
import { ProfileGone } from './trouble';

/**
 * Appends what happened under the profile's next number and folds it into her progress. Call it inside a
 * read-write transaction over profiles, events and progress: then the fact, its number and its debt to the
 * server stand or fall together, and two tabs take their numbers one after the other.
 * @returns the lesson's progress after it; undefined for what belongs to no lesson
 */
export async function appendEvent(
	profileId: string,
	happening: Happening,
	atMs: number,
	id: string
): Promise<LessonProgress | undefined> {
	const profile = await db.profiles.get(profileId);
	if (!profile) throw new ProfileGone();
	const at = Math.max(0, Math.trunc(atMs));
	const event = { ...happening, id, device: profile.device, seq: profile.nextSeq, at } as Event;
	await db.events.add({ ...event, profile: profileId });
	await db.profiles.update(profileId, { nextSeq: profile.nextSeq + 1 });
	const folded = await foldEvents(profileId, [event]);
	return folded.values().next().value;
}
