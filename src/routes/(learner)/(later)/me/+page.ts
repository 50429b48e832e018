import { withArea } from '$lib/i18n/words';
import { loadCatalog } from '$lib/offline/content';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, parent }) => {
	const [profiles, badges] = [await withArea('profiles', parent), await withArea('badges', parent)];
	const carry = await withArea('carry', parent);
	return { catalog: await loadCatalog(fetch), areas: [profiles.area, badges.area, carry.area] };
};
