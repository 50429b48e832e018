import type { Progress } from '$lib/domain/progress';
import { lessonState } from '$lib/domain/progress';
import type { ConsoleCourse, Square } from './group-view';

export type LessonOnPath = {
	slug: string;
	title: string;
	square: Square;
	/** How many of its questions she has answered rightly. */
	right: number;
	questions: number;
	lastAtMs: number | null;
	stuck: { question: number; wrong: number }[];
};
export type CourseOnPath = { slug: string; title: string; lessons: LessonOnPath[] };

/**
 * One woman's path through the courses.
 * @param stuckAfter so many wrong answers to a question, and no right one, mean that she is stuck
 */
export function pathOf(courses: ConsoleCourse[], progress: Progress, stuckAfter: number): CourseOnPath[] {
	return courses.map(({ slug, title, lessons }) => ({
		slug,
		title,
		lessons: lessons.map((lesson) => {
			const done = progress.lessons[lesson.slug];
			const questions = Object.entries(done?.questions ?? {});
			const stuck = questions
				.filter(([, { right, wrong }]) => !right && wrong >= stuckAfter)
				.map(([question, { wrong }]) => ({ question: Number(question), wrong }));
			return {
				slug: lesson.slug,
				title: lesson.title,
				square: stuck.length > 0 ? 'stuck' : lessonState(done),
				right: questions.filter(([, { right }]) => right).length,
				questions: lesson.questions,
				lastAtMs: done?.lastAtMs ?? null,
				stuck
			};
		})
	}));
}
