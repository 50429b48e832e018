import { withArea } from '$lib/i18n/words';
import { orLearnerError } from '$lib/learn/learner-error';
import { loadPractice } from '$lib/offline/load-practice';
import type { PageLoad } from './$types';

/** `name` is the slug of the lesson that it belongs to. */
export const load: PageLoad = async ({ fetch, params, parent }) => ({
	...(await orLearnerError(loadPractice(params.name, fetch))),
	...(await withArea('practice', parent))
});
