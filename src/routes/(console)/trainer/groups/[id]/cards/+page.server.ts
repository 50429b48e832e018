import { issueCards } from '$lib/console/server/issue-cards';
import { openGroup } from '$lib/console/server/open';
import { staffOf } from '$lib/console/server/staff-of';
import { wordsOf } from '$lib/console/server/words-of';
import { learnersOfGroup } from '$lib/server/repositories/learners';
import { newPublicId } from '$lib/server/secrets';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const group = await openGroup(locals.principal, params.id);
	const women = await learnersOfGroup(group.id);
	return {
		nowMs: Date.now(),
		group: { id: group.id, name: group.name },
		women: women.map(({ id, name, picture, cardIssuedAtMs, cardRevoked }) => ({
			...{ id, name, picture, cardIssuedAtMs, cardRevoked }
		})),
		origin: url.origin,
		formKey: newPublicId(15)
	};
};

export const actions: Actions = {
	issue: async ({ locals, params, request, cookies, url }) => {
		const group = await openGroup(locals.principal, params.id);
		return issueCards(staffOf(locals), group, url.origin, await request.formData(), wordsOf(cookies));
	}
};
