import type { Catalog, CatalogCourse, CatalogLesson } from '$lib/domain/course';
import { lessonsOf } from '$lib/domain/lessons-of';
import { lessonState, nextLesson, type Progress } from '$lib/domain/progress';

export type Following = { course: CatalogCourse; lesson: CatalogLesson };

/** What to learn after this lesson: the next one of its course that is not done, then whatever is not done. */
export function lessonAfter(catalog: Catalog, slug: string, progress: Progress): Following | undefined {
	const course = courseOf(catalog, slug);
	if (course) {
		const lessons = lessonsOf(course);
		const here = lessons.findIndex((lesson) => lesson.slug === slug);
		const open = ({ slug: other }: CatalogLesson) => lessonState(progress.lessons[other]) !== 'done';
		const lesson = lessons.slice(here + 1).find(open) ?? lessons.slice(0, here).find(open);
		if (lesson) return { course, lesson };
	}
	return nextLesson(catalog.courses, progress);
}

export function courseOf(catalog: Catalog, lesson: string): CatalogCourse | undefined {
	return catalog.courses.find((course) => lessonsOf(course).some(({ slug }) => slug === lesson));
}
