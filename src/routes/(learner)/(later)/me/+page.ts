import { withArea } from '$lib/i18n/words';
import { loadCatalog } from '$lib/offline/content';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, parent }) => ({
	catalog: await loadCatalog(fetch),
	...(await withArea('profiles', parent))
});
