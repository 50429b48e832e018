import { missingForBadge, type Badge } from '../domain/badge';
import { appendEvent } from './append-event';
import { db } from './database';
import { loadProgress } from './load-progress';
import { newId } from './new-id';

/**
 * Gives the badges that her progress has earned and she does not have, each with its `course.completed`, inside
 * the caller's read-write transaction over profiles, events, progress, badges and catalog. Without a catalogue
 * on the phone nothing is known of courses: the next lesson, or the next answer of the server, settles it.
 */
export async function awardBadges(profileId: string, now: () => number): Promise<Badge[]> {
	const courses = (await db.catalog.get('current'))?.catalog.courses ?? [];
	const progress = await loadProgress(profileId);
	const earned: Badge[] = [];
	for (const course of courses) {
		const known = await db.badges.get([profileId, course.slug]);
		if (known || missingForBadge(course, progress).length > 0) continue;
		let earnedAtMs = progress.courses[course.slug];
		if (earnedAtMs === undefined) {
			earnedAtMs = now();
			const happening = { kind: 'course.completed', data: { course: course.slug } } as const;
			await appendEvent(profileId, happening, earnedAtMs, newId());
		}
		const badge: Badge = { course: course.slug, earnedAtMs, state: 'earned' };
		await db.badges.add({ ...badge, profile: profileId });
		earned.push(badge);
	}
	return earned;
}
