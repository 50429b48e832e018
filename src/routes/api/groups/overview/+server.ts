import { consoleCourses } from '$lib/console/server/courses';
import { viewResponse } from '$lib/console/server/etag-of';
import { seeOverview } from '$lib/console/server/see-overview';
import { staffOf } from '$lib/console/server/staff-of';
import { MASTER_LANGUAGE } from '$lib/domain/language';
import type { RequestHandler } from './$types';

/** What the overview asks for every few seconds: 304 while nothing has changed. */
export const GET: RequestHandler = async ({ locals, request }) => {
	const { view, etag } = await seeOverview(staffOf(locals), await consoleCourses(MASTER_LANGUAGE));
	return viewResponse(request, view, etag);
};
