import { browser } from '$app/environment';
import { withArea } from '$lib/i18n/words';
import { orLearnerError } from '$lib/learn/learner-error';
import { loadCatalog } from '$lib/offline/content';
import type { PageLoad } from './$types';

/** What she was sent is on the phone alone; a server knows none of it. */
export const load: PageLoad = async ({ fetch, parent }) => ({
	...(await withArea('notices', parent)),
	courses: browser ? (await orLearnerError(loadCatalog(fetch))).courses : []
});
