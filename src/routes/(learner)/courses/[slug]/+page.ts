import { error } from '@sveltejs/kit';
import { orLearnerError } from '$lib/learn/learner-error';
import { masterWords } from '$lib/i18n/words';
import { loadCatalog } from '$lib/offline/content';

export async function load({ fetch, params }) {
	const catalog = await orLearnerError(loadCatalog(fetch));
	const course = catalog.courses.find(({ slug }) => slug === params.slug);
	if (!course) error(404, { code: 'course_unknown', message: masterWords['error.notFound'] });
	return { course };
}
