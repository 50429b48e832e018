import { redirect } from '@sveltejs/kit';
import { acceptAndEnter } from '$lib/console/server/entry/accept';
import { homeOf } from '$lib/console/server/entry/home-of';
import { wordsOf } from '$lib/console/server/words-of';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ cookies }) => ({ language: wordsOf(cookies).language });

export const actions: Actions = {
	accept: async (event) => {
		const entered = await acceptAndEnter(event, await event.request.formData(), wordsOf(event.cookies));
		if (!('role' in entered)) return entered;
		redirect(303, homeOf(entered.role));
	}
};
