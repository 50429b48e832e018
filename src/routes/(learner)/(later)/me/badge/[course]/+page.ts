import { error } from '@sveltejs/kit';
import { looksOf } from '$lib/badges/achievement';
import { withArea } from '$lib/i18n/words';
import { loadCatalog } from '$lib/offline/content';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, params, parent }) => {
	const course = looksOf(await loadCatalog(fetch)).get(params.course);
	if (!course) error(404, { code: 'course_unknown', message: 'There is no such course.' });
	return { course, ...(await withArea('badges', parent)) };
};
