import { handleMessage, openForGroup, seeStalls } from '$lib/console/server/stalls/list';
import { staffOf } from '$lib/console/server/staff-of';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	...(await seeStalls(staffOf(locals))),
	nowMs: Date.now()
});

export const actions: Actions = {
	handled: async ({ locals, request }) => handleMessage(staffOf(locals), await request.formData()),
	open: async ({ locals, request }) => openForGroup(staffOf(locals), await request.formData())
};
