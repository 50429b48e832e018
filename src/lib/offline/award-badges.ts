import { awardsOf, missingFor, type Badge } from '../domain/badge';
import { appendEvent } from './append-event';
import { db } from './database';
import { doneBeside } from './done-beside';
import { loadProgress } from './load-progress';
import { newId } from './new-id';

/**
 * Gives the badges that her progress has earned and she does not have (a course's with its `course.completed`), inside
 * the caller's read-write transaction over profiles, events, progress, badges and catalog. Without a catalogue
 * on the phone nothing is known of courses: the next lesson, or the next answer of the server, settles it.
 */
export async function awardBadges(profileId: string, now: () => number): Promise<Badge[]> {
	const catalog = (await db.catalog.get('current'))?.catalog;
	const progress = await loadProgress(profileId);
	const earned: Badge[] = [];
	for (const award of catalog ? awardsOf(catalog) : []) {
		if (await db.badges.get([profileId, award.slug])) continue;
		if (missingFor(award, progress, await doneBeside(profileId, award)).length > 0) continue;
		const badge: Badge = { course: award.slug, earnedAtMs: await earnedAt(award), state: 'earned' };
		await db.badges.add({ ...badge, profile: profileId });
		earned.push(badge);
	}
	return earned;

	async function earnedAt({ slug, isCourse }: { slug: string; isCourse: boolean }): Promise<number> {
		const known = progress.courses[slug];
		if (!isCourse || known !== undefined) return known ?? now();
		const atMs = now();
		const happening = { kind: 'course.completed', data: { course: slug } } as const;
		await appendEvent(profileId, happening, atMs, newId());
		return atMs;
	}
}
