import { changePartnerBy } from '$lib/console/server/partners/keep-partner';
import { openPartner } from '$lib/console/server/partners/open-partner';
import { staffOf } from '$lib/console/server/staff-of';
import { wordsOf } from '$lib/console/server/words-of';
import { giveUp } from '$lib/server/errors';
import { mayChange } from '$lib/server/partners/may-see';
import { fieldsOfPartner } from '$lib/server/partners/read-partner';
import { nameOfCode } from '$lib/server/places/code';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const staff = staffOf(locals);
	const { partner } = await openPartner(staff, params.id);
	if (!mayChange(staff, partner)) giveUp('forbidden');
	const fields = fieldsOfPartner(partner);
	return {
		partner: { id: partner.id, name: partner.name, isVerified: partner.state === 'verified' },
		fields,
		placeName: fields.code ? await nameOfCode(fields.code) : '',
		version: partner.version
	};
};

export const actions: Actions = {
	save: async ({ locals, params, request, cookies }) => {
		const staff = staffOf(locals);
		const { partner } = await openPartner(staff, params.id);
		return changePartnerBy(staff, partner, await request.formData(), wordsOf(cookies));
	}
};
