import { giveCode } from '$lib/console/server/entry/give-code';
import { inviteStaff } from '$lib/console/server/entry/invite-staff';
import { seeEntry } from '$lib/console/server/entry/see-entry';
import { withdrawInvitation } from '$lib/console/server/entry/withdraw-invitation';
import { staffOf } from '$lib/console/server/staff-of';
import { wordsOf } from '$lib/console/server/words-of';
import { newPublicId } from '$lib/server/secrets';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => ({
	nowMs: Date.now(),
	origin: url.origin,
	/** From the page of one member: her code. */
	member: url.searchParams.get('member') ?? '',
	seen: await seeEntry(staffOf(locals)),
	formKey: newPublicId(15)
});

export const actions: Actions = {
	invite: async ({ locals, request, cookies, url }) =>
		inviteStaff(staffOf(locals), url.origin, await request.formData(), wordsOf(cookies)),
	withdraw: async ({ locals, request, cookies }) =>
		withdrawInvitation(staffOf(locals), await request.formData(), wordsOf(cookies)),
	code: async ({ locals, request, cookies }) =>
		giveCode(staffOf(locals), await request.formData(), wordsOf(cookies))
};
