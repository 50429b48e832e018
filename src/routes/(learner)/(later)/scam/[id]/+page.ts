import { loadArea } from '$lib/i18n/words';
import type { PageLoad } from './$types';

/** What stands for her is on the phone alone: the page asks it. */
export const load: PageLoad = async ({ params, parent }) => {
	const { language } = await parent();
	const [area, practice] = await Promise.all([loadArea('scam', language), loadArea('practice', language)]);
	return { id: params.id, areas: [area, practice] };
};
