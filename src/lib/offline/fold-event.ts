import type { Event, EventKind } from '../domain/event';
import { applyToLesson, type LessonProgress } from '../domain/progress';
import { db } from './database';
import { progressOf } from './progress-of';

const lessonKinds = new Set<EventKind>([
	'lesson.opened',
	'card.heard',
	'question.answered',
	'lesson.completed'
]);

/** Folds one event, never folded before, into the lesson's row, inside the caller's transaction. Kinds that
 * this version does not know (a newer phone sent them) are kept as events and change nothing here. */
export async function foldEvent(profile: string, event: Event): Promise<LessonProgress | undefined> {
	if (!lessonKinds.has(event.kind)) return undefined;
	const of = event as Exclude<Event, { kind: 'clip.missing' | 'course.completed' }>;
	const { lesson } = of.data;
	const row = await db.progress.get([profile, lesson]);
	const progress = applyToLesson(row && progressOf(row), of);
	await db.progress.put({ ...progress, profile, lesson });
	return progress;
}
