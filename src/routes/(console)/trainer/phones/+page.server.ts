import { revokeGroup, revokePhone } from '$lib/console/server/phones/revoke-phones';
import { seePhones } from '$lib/console/server/phones/see-phones';
import { staffOf } from '$lib/console/server/staff-of';
import { wordsOf } from '$lib/console/server/words-of';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => ({
	nowMs: Date.now(),
	seen: await seePhones(staffOf(locals), url.searchParams.get('group') ?? '')
});

export const actions: Actions = {
	revoke: async ({ locals, request, cookies }) =>
		revokePhone(staffOf(locals), await request.formData(), wordsOf(cookies)),
	revokeGroup: async ({ locals, request, cookies }) =>
		revokeGroup(staffOf(locals), await request.formData(), wordsOf(cookies))
};
