import { createHmac } from 'node:crypto';
import { awardsOf, missingFor, type Award } from '$lib/domain/badge';
import type { Progress } from '$lib/domain/progress';
import type { SyncChanges } from '$lib/domain/sync';
import { signedBadge } from '$lib/badges/server/signed-badge';
import { log } from '../log';
import { cardPepper } from '../pepper';
import { pbCall } from '../pocketbase';
import { currentCatalog } from './catalog';
import { doneBeside } from './done-beside';
import type { CompletedLesson } from './events';
import { numbersOf } from './progress';

export type IssuedBadge = SyncChanges['badges'][number];

/**
 * Confirms what she has earned and has no badge of yet, by the same rule as on her phone, from the server's own
 * roll-up. Two calls at once write one badge. Cheap when nothing is earned: no query at all.
 * @returns all her badges
 */
export async function confirmBadges(
	learner: string,
	completed: CompletedLesson[],
	issued: IssuedBadge[],
	now = Date.now()
): Promise<IssuedBadge[]> {
	if (completed.length === 0) return issued;
	const has = new Set(issued.map((badge) => badge.course));
	const heard = new Set(completed.map(({ lesson }) => lesson));
	const near = awardsOf(await currentCatalog(now)).filter(
		(award) => !has.has(award.slug) && award.lessons.every(({ slug }) => heard.has(slug))
	);
	if (near.length === 0) return issued;
	const progress = progressFrom(completed);
	const done = await doneBeside(learner, near);
	const earned = near.filter((award) => missingFor(award, progress, done).length === 0);
	const fresh = await Promise.all(earned.map((award) => issue(learner, award, progress, now)));
	for (const { id } of fresh) await signQuietly(id);
	return [...issued, ...fresh];
}

/** What cannot be signed now is signed when somebody asks for it: her lessons are delivered all the same. */
async function signQuietly(id: string): Promise<void> {
	await signedBadge(id).catch((cause: unknown) =>
		log.warn({ err: cause, badge: id }, 'a badge was not signed')
	);
}

function issue(
	learner: string,
	{ slug, lessons }: Award,
	progress: Progress,
	now: number
): Promise<IssuedBadge> {
	const earnedAtMs = Math.max(...lessons.map((lesson) => progress.lessons[lesson.slug]?.completedAtMs ?? 0));
	const id = badgeId(learner, slug, cardPepper());
	return pbCall('POST', '/api/banmay/badges', { id, learner, course: slug, earnedAtMs, now });
}

/** As unguessable as a random id, but the same again when a restored backup has forgotten it: the address that she
 * showed to others goes on working. 26 letters, PocketBase's fast pattern. */
export function badgeId(learner: string, course: string, pepper: string): string {
	const mac = createHmac('sha256', pepper).update(`badge:${learner}:${course}`).digest('hex');
	return BigInt(`0x${mac}`).toString(36).padStart(26, '0').slice(-26);
}

function progressFrom(completed: CompletedLesson[]): Progress {
	const lessons = completed.map(({ lesson, right, completedAtMs }) => {
		const questions = numbersOf(right).map((n) => [
			n,
			{ answers: 1, wrong: 0, right: true, rightFirst: false }
		]);
		return [
			lesson,
			{
				firstAtMs: completedAtMs,
				lastAtMs: completedAtMs,
				heard: [],
				questions: Object.fromEntries(questions),
				completedAtMs
			}
		];
	});
	return { lessons: Object.fromEntries(lessons), courses: {} };
}
