import { plain } from '$lib/server/places/plain';
import { languageAsked } from '$lib/studio/server/language-asked';
import { lookAtInterface } from '$lib/studio/server/clips-of/look-at-interface';
import type { PageServerLoad } from './$types';

/** As many as a cheap phone shows at once. */
const A_PAGE = 40;

/** What the app itself says in a language, the worst first (`?find=`, `?page=2`). */
export const load: PageServerLoad = async ({ url }) => {
	const heard = languageAsked(url);
	const find = (url.searchParams.get('find') ?? '').trim().slice(0, 100);
	const { texts } = await lookAtInterface(heard);
	const found = texts.filter(({ text }) => plain(text).includes(plain(find)));
	const pages = Math.max(1, Math.ceil(found.length / A_PAGE));
	const asked = Number(url.searchParams.get('page'));
	const page = Number.isInteger(asked) && asked > 0 ? Math.min(asked, pages) : 1;
	return {
		...{ heard, find, page, pages, total: found.length },
		texts: found.slice((page - 1) * A_PAGE, page * A_PAGE)
	};
};
