import { fail } from '@sveltejs/kit';
import { linkedData } from '$lib/market/server/linked-data';
import { stallPage } from '$lib/market/server/stall-page';
import { StallWords, stallLanguage } from '$lib/market/stall/public-words';
import { drawingOf } from '$lib/market/stall/pictures';
import { env } from '$lib/server/env';
import { newPublicId } from '$lib/server/secrets';
import { askSeller } from '$lib/server/stalls/ask-seller';
import { badgeTitles } from '$lib/server/stalls/badge-titles';
import { openStall } from '$lib/server/stalls/open-stall';
import type { Actions, PageServerLoad } from './$types';

/** No script: the page is its HTML, its style and its first picture (docs/decisions/0029). */
export const csr = false;

export const load: PageServerLoad = async ({ params, url, getClientAddress, setHeaders }) => {
	const found = await openStall(params.slug, getClientAddress());
	const words = new StallWords(stallLanguage(url));
	const titles = await badgeTitles(found.stall.shown.badges, words.language);
	const page = stallPage(found, words, { wanted: url.searchParams.get('mon'), badgeTitles: titles });
	const origin = env.origin ?? url.origin;
	setHeaders({ 'cache-control': 'no-cache' });
	return {
		page,
		origin,
		language: words.language,
		linkedData: linkedData(page, origin),
		drawing: page.first && page.first.photos.length === 0 ? drawingOf(page.first.drawing) : '',
		drawings: Object.fromEntries(
			page.others
				.filter(({ photos }) => photos.length === 0)
				.map(({ id, drawing }) => [id, drawingOf(drawing)])
		),
		/** The form's own key: sent twice it is one message. */
		key: newPublicId(26),
		isSent: url.searchParams.has('sent')
	};
};

export const actions: Actions = {
	default: async ({ params, request, url, getClientAddress }) => {
		const found = await openStall(params.slug, getClientAddress());
		const words = new StallWords(stallLanguage(url));
		const form = await request.formData().catch(() => new FormData());
		const asked = await askSeller(found, form, getClientAddress());
		if (asked.kind === 'sent') return { isSent: true };
		const { kind: problem, status, values } = asked;
		return fail(status, { problem: words.t(`ask.${problem}`), values });
	}
};
