import { drawingOf } from '$lib/market/stall/pictures';
import { openStall } from '$lib/server/stalls/open-stall';
import { previewPicture } from '$lib/server/stalls/preview-picture';
import type { RequestHandler } from './$types';

/** The picture that other apps show of a link to this stall. */
export const GET: RequestHandler = async ({ params, url, getClientAddress }) => {
	const found = await openStall(params.slug, getClientAddress());
	const jpeg = await previewPicture(found, url.searchParams.get('mon'), drawingOf);
	return new Response(new Uint8Array(jpeg), {
		headers: { 'content-type': 'image/jpeg', 'cache-control': 'public, max-age=3600' }
	});
};
