import { consoleCourses } from '$lib/console/server/courses';
import { viewResponse } from '$lib/console/server/etag-of';
import { seeGroup } from '$lib/console/server/see-group';
import { MASTER_LANGUAGE } from '$lib/domain/language';
import type { RequestHandler } from './$types';

/** What the group's page asks for every few seconds: 304 while nothing has changed. */
export const GET: RequestHandler = async ({ locals, params, request }) => {
	const courses = await consoleCourses(MASTER_LANGUAGE);
	const { view, etag } = await seeGroup(locals.principal, params.id, courses);
	return viewResponse(request, view, etag);
};
