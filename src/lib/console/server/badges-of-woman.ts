import { missingForBadge } from '$lib/domain/badge';
import { inLanguage } from '$lib/domain/language';
import type { Catalog } from '$lib/domain/course';
import type { Progress } from '$lib/domain/progress';
import { badgesOf } from '$lib/server/repositories/badges-of';

/** Her badges by course: issued ones with their day, and those she has earned that wait to be confirmed (null). */
export async function badgesOfWoman(
	learner: string,
	{ courses }: Catalog,
	progress: Progress,
	language: string
) {
	const issued = new Map((await badgesOf(learner)).map((badge) => [badge.course, badge]));
	return courses
		.filter((course) => issued.has(course.slug) || missingForBadge(course, progress).length === 0)
		.map((course) => ({
			course: course.slug,
			title: inLanguage(course.title, language).text,
			issued: issued.get(course.slug) ?? null
		}));
}
