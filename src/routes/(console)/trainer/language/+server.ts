import { redirect } from '@sveltejs/kit';
import { textOf } from '$lib/console/server/form';
import { keepLanguage } from '$lib/console/server/words-of';
import { giveUp } from '$lib/server/errors';
import { languageFrom } from '$lib/console/words';
import type { RequestHandler } from './$types';

/** Changes the console's language and comes back to the page. */
export const POST: RequestHandler = async ({ request, cookies, url }) => {
	const form = await request.formData().catch(() => giveUp('malformed'));
	keepLanguage({ cookies, url }, languageFrom(textOf(form, 'language')));
	redirect(303, ownPage(textOf(form, 'to')));
};

/** A page of the console, never another site. */
const ownPage = (path: string) => (/^\/trainer(\/[\w/-]*)?$/.test(path) ? path : '/trainer');
