import { browser } from '$app/environment';
import { withArea } from '$lib/i18n/words';
import { orLearnerError } from '$lib/learn/learner-error';
import { loadCatalog } from '$lib/offline/content';
import type { PageLoad } from './$types';

/** The catalogue says what her badges are called. */
export const load: PageLoad = async ({ fetch, parent }) => ({
	...(await withArea('sell', parent)),
	catalog: browser ? await orLearnerError(loadCatalog(fetch)) : undefined
});
