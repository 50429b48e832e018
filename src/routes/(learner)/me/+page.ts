import { loadCatalog } from '$lib/offline/content';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch }) => ({ catalog: await loadCatalog(fetch) });
