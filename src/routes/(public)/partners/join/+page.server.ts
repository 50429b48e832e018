import { fail } from '@sveltejs/kit';
import { provinces } from '$lib/console/server/partners/see-partners';
import { boardLanguage, BoardWords } from '$lib/market/board/public-words';
import { apply } from '$lib/server/partners/apply';
import { newPublicId } from '$lib/server/secrets';
import type { Actions, PageServerLoad } from './$types';

/** No script: who applies has a page of HTML, and machines have less to play with. */
export const csr = false;

export const load: PageServerLoad = async ({ url, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	return {
		language: boardLanguage(url),
		provinces: await provinces(),
		/** The form's own key: sent twice it is one application. */
		key: newPublicId(15)
	};
};

export const actions: Actions = {
	default: async ({ request, url, getClientAddress }) => {
		const words = new BoardWords(boardLanguage(url));
		const form = await request.formData().catch(() => new FormData());
		const applied = await apply(form, getClientAddress());
		if (applied.kind === 'sent') return { isSent: true };
		const { status, fault, field, n, values } = applied;
		const problem = words.t(`fault.${fault}`, n === undefined ? {} : { n });
		return fail(status, { problem, field, values });
	}
};
