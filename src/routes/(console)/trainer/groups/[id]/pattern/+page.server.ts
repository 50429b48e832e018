import { choosePattern } from '$lib/console/server/choose-pattern';
import { openGroup } from '$lib/console/server/open';
import { staffOf } from '$lib/console/server/staff-of';
import { wordsOf } from '$lib/console/server/words-of';
import { currentCatalog } from '$lib/server/repositories/catalog';
import { groupPattern } from '$lib/server/repositories/group-pattern';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const group = await openGroup(locals.principal, params.id);
	const [pattern, { courses }] = await Promise.all([groupPattern(group.id), currentCatalog()]);
	return {
		group: { id: group.id, name: group.name },
		pattern,
		looks: courses.map(({ slug, picture, color }) => ({ slug, picture, color }))
	};
};

export const actions: Actions = {
	choose: async ({ locals, params, request, cookies }) => {
		const group = await openGroup(locals.principal, params.id);
		return choosePattern(staffOf(locals), group.id, await request.formData(), wordsOf(cookies));
	}
};
