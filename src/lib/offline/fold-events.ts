import type { Event, EventKind } from '../domain/event';
import { applyToLesson, type LessonEvent, type LessonProgress } from '../domain/progress';
import { db } from './database';
import { progressOf } from './progress-of';

const lessonKinds = new Set<EventKind>([
	'lesson.opened',
	'card.heard',
	'question.answered',
	'lesson.completed'
]);
/** Kinds that this version does not know (a newer phone sent them) are kept as events and change nothing here. */
const isOfLesson = (event: Event): event is LessonEvent => lessonKinds.has(event.kind);

/**
 * Folds events, each never folded before, into the rows of their lessons, inside the caller's read-write
 * transaction over progress; one read and one write however many they are.
 * @returns the new progress of the lessons they touched
 */
export async function foldEvents(profile: string, events: Event[]): Promise<Map<string, LessonProgress>> {
	const ofLessons = events.filter(isOfLesson);
	const lessons = [...new Set(ofLessons.map((event) => event.data.lesson))];
	const rows = await db.progress.bulkGet(lessons.map((lesson): [string, string] => [profile, lesson]));
	const folded = new Map<string, LessonProgress>();
	for (const row of rows) if (row) folded.set(row.lesson, progressOf(row));
	for (const event of ofLessons) {
		const { lesson } = event.data;
		folded.set(lesson, applyToLesson(folded.get(lesson), event));
	}
	await db.progress.bulkPut([...folded].map(([lesson, progress]) => ({ ...progress, profile, lesson })));
	return folded;
}
