import { redirect } from '@sveltejs/kit';
import { dayAfter } from '$lib/console/server/notices/days';
import { scamFormPage } from '$lib/console/server/scams/form-page';
import { writeScam } from '$lib/console/server/scams/write-scam';
import { staffOf } from '$lib/console/server/staff-of';
import { wordsOf } from '$lib/console/server/words-of';
import { newPublicId } from '$lib/server/secrets';
import { listChoices } from '$lib/studio/server/scams/list-choices';
import { scamMaker } from '$lib/studio/server/scams/maker';
import type { Actions, PageServerLoad } from './$types';

/** A trick of the week, and another to be heard of in. */
const STANDS_DAYS = 14;

export const load: PageServerLoad = async ({ locals, cookies }) => ({
	page: await scamFormPage(staffOf(locals), await listChoices(wordsOf(cookies).language)),
	key: newPublicId(15),
	until: dayAfter(Date.now(), STANDS_DAYS)
});

export const actions: Actions = {
	write: async ({ locals, request, cookies }) => {
		const form = await request.formData().catch(() => new FormData());
		const actor = { staff: staffOf(locals), form, words: wordsOf(cookies) };
		const written = await writeScam(actor, scamMaker());
		if (!('id' in written)) return written;
		redirect(303, `/trainer/scams/${written.id}`);
	}
};
