import { error } from '@sveltejs/kit';
import { looksOf } from '$lib/badges/achievement';
import { lessonsOf } from '$lib/domain/lessons-of';
import { withArea } from '$lib/i18n/words';
import { loadCatalog } from '$lib/offline/content';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, params, parent }) => {
	const catalog = await loadCatalog(fetch);
	const course = looksOf(catalog).get(params.course);
	if (!course) error(404, { code: 'course_unknown', message: 'There is no such course.' });
	return { course, lessons: catalog.courses.flatMap(lessonsOf), ...(await withArea('badges', parent)) };
};
