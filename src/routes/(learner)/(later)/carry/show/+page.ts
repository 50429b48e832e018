import { withArea } from '$lib/i18n/words';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => {
	const [carry, profiles] = [await withArea('carry', parent), await withArea('profiles', parent)];
	return { areas: [carry.area, profiles.area] };
};
