import { openGroup } from '$lib/console/server/open';
import { staffOf } from '$lib/console/server/staff-of';
import { settleNewcomer } from '$lib/console/server/together/check-newcomer';
import { seeMeetings } from '$lib/console/server/together/see-meetings';
import { wordsOf } from '$lib/console/server/words-of';
import { currentCatalog } from '$lib/server/repositories/catalog';
import { learnersOfGroup } from '$lib/server/repositories/learners';
import { readLessons } from '$lib/studio/server/read-lesson';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, cookies }) => {
	const group = await openGroup(locals.principal, params.id);
	const { language } = wordsOf(cookies);
	const [women, catalog] = await Promise.all([learnersOfGroup(group.id), currentCatalog()]);
	return {
		group: { id: group.id, name: group.name },
		women: women.map(({ id, name, picture }) => ({ id, name, picture })),
		...(await seeMeetings(group.id, { women, catalog, language, readLessons })),
		nowMs: Date.now()
	};
};

export const actions: Actions = {
	settle: async ({ locals, params, request, cookies }) => {
		const group = await openGroup(locals.principal, params.id);
		return settleNewcomer(staffOf(locals), group.id, await request.formData(), wordsOf(cookies));
	}
};
