import { browser } from '$app/environment';
import { withArea } from '$lib/i18n/words';
import { orLearnerError } from '$lib/learn/learner-error';
import { loadCatalog } from '$lib/offline/content';
import type { PageLoad } from './$types';

/** Who is in a group is on the phone alone; a server that draws the page knows none of it. */
export const load: PageLoad = async ({ fetch, parent, url }) => ({
	...(await withArea('together', parent)),
	group: /^[a-z0-9]{15}$/.exec(browser ? (url.searchParams.get('group') ?? '') : '')?.[0] ?? null,
	lesson: browser ? url.searchParams.get('lesson') : null,
	catalog: browser ? await orLearnerError(loadCatalog(fetch)) : null
});
