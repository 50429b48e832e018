import type { InferOutput } from 'valibot';
import type { CatalogCourse } from '$lib/domain/course';
import { lessonsOf } from '$lib/domain/course';
import { pbCall } from '../../pocketbase';
import { currentCatalog } from '../../repositories/catalog';
import { allGroups } from '../all-groups';
import { shown, shownOf } from '../hide-small';
import type { ApiProgress } from './forms';

/** Women of a group who have begun a course (its first lesson) and completed it (all of its lessons). */
export type CourseCount = [group: string, course: string, begun: number, completed: number];

export async function readProgress(): Promise<InferOutput<typeof ApiProgress>> {
	const [groups, { courses }] = await Promise.all([allGroups(), currentCatalog()]);
	const lessons = courses.flatMap((course) => lessonsOf(course).map(({ slug }) => [slug, course.slug]));
	const { rows } = await pbCall<{ rows: CourseCount[] }>('POST', '/api/banmay/interop/progress', {
		// As a text: PocketBase hands it on to SQLite.
		lessons: JSON.stringify(lessons)
	});
	return { rows: progressRows(groups, courses, rows) };
}

/** Every group with every course, also where nobody has begun. */
export function progressRows(
	groups: readonly { id: string; women: number }[],
	courses: readonly Pick<CatalogCourse, 'slug'>[],
	counts: readonly CourseCount[]
): InferOutput<typeof ApiProgress>['rows'] {
	const byPair = new Map(counts.map(([group, course, ...rest]) => [`${group} ${course}`, rest]));
	return groups.flatMap(({ id, women }) =>
		courses.map(({ slug }) => {
			const [begun = 0, completed = 0] = byPair.get(`${id} ${slug}`) ?? [];
			return {
				...{ group: id, course: slug, women: shown(women) },
				begun: shownOf(begun, women),
				completed: shownOf(completed, women)
			};
		})
	);
}
