import type { CatalogCourse } from '$lib/domain/course';
import type { SpokenByLanguage } from '$lib/domain/media';
import type { AssignmentBody } from '$lib/domain/notices/assignment';

/** What was assigned is called so; undefined when the catalogue no longer has it. */
export function titleOf(
	{ what, slug }: AssignmentBody,
	courses: CatalogCourse[]
): SpokenByLanguage | undefined {
	const modules = courses.flatMap((course) => course.modules);
	const lists = { course: courses, module: modules, lesson: modules.flatMap(({ lessons }) => lessons) };
	return lists[what].find((one) => one.slug === slug)?.title;
}
