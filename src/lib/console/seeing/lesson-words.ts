import type { Asked, AskedByLesson } from '$lib/domain/question-figures';
import type { ConsoleCourse } from '../group-view';

/** What lessons and their questions are called. */
export type LessonWords = {
	title: (lesson: string) => string;
	asked: (lesson: string, question: number) => Asked | undefined;
};

/** A lesson that is taught no more is called by its slug. `scams`: what tricks of the week are called. */
export function lessonWords(
	courses: readonly ConsoleCourse[],
	asked: AskedByLesson,
	scams: Record<string, string> = {}
): LessonWords {
	const titles = new Map([
		...courses.flatMap(({ lessons }) => lessons.map(({ slug, title }) => [slug, title] as const)),
		...Object.entries(scams)
	]);
	return {
		title: (lesson) => titles.get(lesson) ?? lesson,
		asked: (lesson, question) => asked[lesson]?.[question]
	};
}
