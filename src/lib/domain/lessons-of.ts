import type { CatalogCourse, CatalogLesson } from './course';

// Apart from the schemas: what the phone computes with must not bring valibot into a first visit.
/** The course's lessons in the order in which they are learned. */
export function lessonsOf(course: CatalogCourse): CatalogLesson[] {
	return course.modules.flatMap((module) => module.lessons);
}
