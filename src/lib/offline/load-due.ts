import { lessonState } from '../domain/progress';
import type { Lesson, Question } from '../domain/lesson';
import { isLeftOut } from '../domain/review-pilot';
import { dueQuestions, type DueQuestion, type ReviewEvent, type ReviewKind } from '../domain/review';
import { db } from './database';
import { progressOf } from './progress-of';

export type Due = { lesson: Lesson; question: Question };

const KINDS: ReviewKind[] = ['question.answered', 'review.answered', 'lesson.completed'];

/**
 * The two or three questions to hear again before this lesson, with their lessons: none when she has begun it, and
 * only from lessons that are on this phone. Reads the phone's database and nothing else.
 */
export async function loadDue(profileId: string, before: string, nowMs = Date.now()): Promise<Due[]> {
	return db.transaction('r', [db.profiles, db.events, db.progress, db.lessons, db.catalog], async () => {
		const [profile, row] = await Promise.all([
			db.profiles.get(profileId),
			db.progress.get([profileId, before])
		]);
		if (!profile || lessonState(row && progressOf(row)) !== 'none') return [];
		const here = new Set(await db.lessons.orderBy('slug').uniqueKeys());
		const events = (await db.events
			.where('[profile+kind]')
			.anyOf(KINDS.map((kind): [string, string] => [profileId, kind]))
			.toArray()) as unknown as ReviewEvent[];
		const asked = events.filter(({ data }) => here.has(data.lesson) && data.lesson !== before);
		const due: Due[] = [];
		const pilots = (await db.catalog.get('current'))?.catalog.pilots ?? [];
		const learner = pilots.includes('review') ? profile.learner?.id : undefined;
		const leftOut = learner && ((one: DueQuestion) => isLeftOut(learner, one));
		for (const one of dueQuestions(asked, profile.device, nowMs, leftOut || undefined)) {
			const kept = await newestOf(one.lesson);
			const question = kept?.questions.find(({ id }) => id === one.question);
			if (kept && question) due.push({ lesson: kept, question });
		}
		return due;
	});
}

/** The version of her catalogue when it is here, else whichever is. */
async function newestOf(slug: string): Promise<Lesson | undefined> {
	const [rows, kept] = await Promise.all([db.lessons.where({ slug }).toArray(), db.catalog.get('current')]);
	const named = new Set(
		kept?.catalog.courses.flatMap(({ modules }) =>
			modules.flatMap(({ lessons }) => lessons.map(({ hash }) => hash))
		)
	);
	return (rows.find(({ hash }) => named.has(hash)) ?? rows[0])?.lesson;
}
