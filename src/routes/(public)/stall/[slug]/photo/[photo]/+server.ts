import { refuse } from '$lib/server/errors';
import { openStall } from '$lib/server/stalls/open-stall';
import { stallPhoto } from '$lib/server/stalls/stall-photo';
import type { RequestHandler } from './$types';

/** A photograph of what is on show here, as JPEG: the address that stands in a marketplace's sheet. */
export const GET: RequestHandler = async ({ params, getClientAddress }) => {
	const found = await openStall(params.slug, getClientAddress());
	const name = /^([0-9a-f]{64})\.jpg$/.exec(params.photo)?.[1];
	const jpeg = name && (await stallPhoto(found, name));
	if (!jpeg) return refuse('media_unknown');
	return new Response(new Uint8Array(jpeg), {
		headers: { 'content-type': 'image/jpeg', 'cache-control': 'public, max-age=3600' }
	});
};
