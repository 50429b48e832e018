import { viewResponse } from '$lib/console/server/etag-of';
import { seeHome } from '$lib/console/server/see-home';
import { staffOf } from '$lib/console/server/staff-of';
import type { RequestHandler } from './$types';

/** What the trainer's first page asks for every few seconds: 304 while nothing has changed. */
export const GET: RequestHandler = async ({ locals, request }) => {
	const { view, etag } = await seeHome(staffOf(locals));
	return viewResponse(request, view, etag);
};
