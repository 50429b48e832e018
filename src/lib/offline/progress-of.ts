import type { LessonProgress } from '../domain/progress';
import type { ProgressRow } from './rows';

/** A row without its keys. */
export function progressOf(row: ProgressRow): LessonProgress {
	const { profile: _profile, lesson: _lesson, ...progress } = row;
	return progress;
}
