import { checkDue, type CheckSeen, type CheckTime } from '../domain/check';
import type { CatalogCourse } from '../domain/course';
import type { Lesson, Question } from '../domain/lesson';
import { lessonsOf } from '../domain/lessons-of';
import { db } from './database';
import { loadProgress } from './load-progress';

export type Check = { course: string; time: CheckTime; lesson: Lesson; questions: Question[] };

/** What to ask her before this lesson: about its own course when she begins it, or about one that she has finished.
 * Only what is on this phone; null: nothing. */
export async function checkBefore(profileId: string, lesson: string): Promise<Check | null> {
	const courses = (await db.catalog.get('current'))?.catalog.courses ?? [];
	const own = courses.filter((course) => lessonsOf(course).some(({ slug }) => slug === lesson));
	for (const course of [...courses.filter((course) => !own.includes(course)), ...own]) {
		const check = await loadCheck(profileId, course);
		if (check && (check.time === 'after' || own.includes(course))) return check;
	}
	return null;
}

/** What to ask her about this course now. */
export async function loadCheck(profileId: string, course: CatalogCourse): Promise<Check | null> {
	const profile = await db.profiles.get(profileId);
	const lesson = course.check && (await db.lessons.get(course.check.hash))?.lesson;
	if (!profile || !lesson) return null;
	const due = checkDue(course, await loadProgress(profileId), await seenBy(profileId), profile.id);
	if (!due) return null;
	const questions = due.questions.flatMap(
		(id) => lesson.questions.find((question) => question.id === id) ?? []
	);
	return { course: course.slug, time: due.time, lesson, questions };
}

async function seenBy(profile: string): Promise<CheckSeen[]> {
	const rows = await db.events
		.where('[profile+kind]')
		.anyOf([
			[profile, 'check.answered'],
			[profile, 'check.ended']
		])
		.toArray();
	return rows.flatMap((event): CheckSeen[] => {
		if (event.kind === 'check.answered') return [event.data];
		return event.kind === 'check.ended' ? [{ ...event.data, question: null }] : [];
	});
}
