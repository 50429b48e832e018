import { consoleCourses } from '$lib/console/server/courses';
import { seeGroup } from '$lib/console/server/see-group';
import { MASTER_LANGUAGE } from '$lib/domain/language';
import type { RequestHandler } from './$types';

/** What the group's page asks for every few seconds: 304 while nothing has changed. */
export const GET: RequestHandler = async ({ locals, params, request }) => {
	const courses = await consoleCourses(MASTER_LANGUAGE);
	const { view, etag } = await seeGroup(locals.principal, params.id, courses);
	const headers = { etag, 'cache-control': 'private, no-store' };
	if (isKnown(request.headers.get('if-none-match'), etag))
		return new Response(null, { status: 304, headers });
	return Response.json(view, { headers });
};

/** A proxy that compresses makes the etag a weak one. */
const isKnown = (header: string | null, etag: string): boolean =>
	(header ?? '').split(',').some((known) => known.trim().replace(/^W\//, '') === etag);
