import type { InferOutput } from 'valibot';
import type { CatalogCourse } from '$lib/domain/course';
import { lessonsOf } from '$lib/domain/course';
import { pbCall } from '../../pocketbase';
import { currentCatalog } from '../../repositories/catalog';
import { allGroups } from '../all-groups';
import { groupedBy } from '../grouped-by';
import { shown, shownOf } from '../hide-small';
import type { ApiProgress } from './forms';

/** One begun lesson of one woman in one group; 0: not completed. */
export type LessonRow = [group: string, learner: string, lesson: string, completedAtMs: number];

export async function readProgress(): Promise<InferOutput<typeof ApiProgress>> {
	const [groups, { courses }, { rows }] = await Promise.all([
		allGroups(),
		currentCatalog(),
		pbCall<{ rows: LessonRow[] }>('GET', '/api/banmay/interop/progress')
	]);
	return { rows: progressRows(groups, courses, rows) };
}

/** A course is begun with its first lesson and completed with its last. */
export function progressRows(
	groups: readonly { id: string; women: number }[],
	courses: readonly CatalogCourse[],
	rows: readonly LessonRow[]
): InferOutput<typeof ApiProgress>['rows'] {
	const byGroup = groupedBy(rows, ([group]) => group);
	return groups.flatMap(({ id, women }) =>
		courses.map((course) => {
			const lessons = new Set(lessonsOf(course).map(({ slug }) => slug));
			const own = (byGroup.get(id) ?? []).filter(([, , lesson]) => lessons.has(lesson));
			const byWoman = groupedBy(own, ([, learner]) => learner);
			const isWhole = (done: LessonRow[]) => done.filter((row) => row[3] > 0).length === lessons.size;
			const completed = [...byWoman.values()].filter(isWhole).length;
			return {
				...{ group: id, course: course.slug },
				women: shown(women),
				begun: shownOf(byWoman.size, women),
				completed: shownOf(completed, women)
			};
		})
	);
}
