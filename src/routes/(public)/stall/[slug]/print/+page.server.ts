import { stallPage } from '$lib/market/server/stall-page';
import { StallWords, stallLanguage } from '$lib/market/stall/public-words';
import { drawQr } from '$lib/ui/qr-path';
import { env } from '$lib/server/env';
import { openStall } from '$lib/server/stalls/open-stall';
import type { PageServerLoad } from './$types';

/** The stall's code on paper: A4 for a wall, A6 for a parcel. */
export const load: PageServerLoad = async ({ params, url, getClientAddress }) => {
	const found = await openStall(params.slug, getClientAddress());
	const language = stallLanguage(url);
	const page = stallPage(found, new StallWords(language), { wanted: null, badgeTitles: new Map() });
	const address = `${env.origin ?? url.origin}/stall/${page.slug}`;
	return {
		page,
		address,
		language,
		size: url.searchParams.get('size') === 'a6' ? ('a6' as const) : ('a4' as const),
		code: drawQr(address, 'M')
	};
};
