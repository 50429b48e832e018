import { viewResponse } from '$lib/console/server/etag-of';
import { openWoman } from '$lib/console/server/open';
import { seeWoman } from '$lib/console/server/see-woman';
import type { RequestHandler } from './$types';

/** What a woman's page asks every few seconds: 304 while nothing has changed. What has, the page loads itself. */
export const GET: RequestHandler = async ({ locals, params, request }) => {
	const { woman, groups } = await openWoman(locals.principal, params.id);
	const { etag } = await seeWoman(woman, groups[0]);
	return viewResponse(request, {}, etag);
};
