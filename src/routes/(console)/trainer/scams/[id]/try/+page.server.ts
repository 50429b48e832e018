import { redirect } from '@sveltejs/kit';
import { publishScam } from '$lib/console/server/scams/publish-scam';
import { seeScam } from '$lib/console/server/scams/see-scams';
import { staffOf } from '$lib/console/server/staff-of';
import { wordsOf } from '$lib/console/server/words-of';
import { SCAM_MAX_BYTES } from '$lib/domain/scam-limits';
import { scamBuilder } from '$lib/studio/server/scams/maker';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { scam, state, mayChange } = await seeScam(staffOf(locals), params.id);
	if (!mayChange) redirect(303, `/trainer/scams/${params.id}`);
	const built = await scamBuilder.build(scam.id, scam.body, scam.clips);
	const about = { id: scam.id, title: scam.body.title, revision: scam.revision, state, most: SCAM_MAX_BYTES };
	return built.kind === 'mute'
		? { ...about, mute: built.mute, practice: null, weight: 0, heaviest: '' }
		: { ...about, mute: [], practice: built.practice, weight: built.weight, heaviest: built.heaviest };
};

export const actions: Actions = {
	publish: async ({ locals, params, request, cookies }) => {
		const form = await request.formData().catch(() => new FormData());
		const actor = { staff: staffOf(locals), form, words: wordsOf(cookies) };
		return publishScam(actor, params.id, scamBuilder);
	}
};
