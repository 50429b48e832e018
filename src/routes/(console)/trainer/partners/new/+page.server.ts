import { enterPartner } from '$lib/console/server/partners/keep-partner';
import { staffOf } from '$lib/console/server/staff-of';
import { wordsOf } from '$lib/console/server/words-of';
import { newPublicId } from '$lib/server/secrets';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ formKey: newPublicId(15) });

export const actions: Actions = {
	enter: async ({ locals, request, cookies }) =>
		enterPartner(staffOf(locals), await request.formData(), wordsOf(cookies))
};
