import { currentlyPublished } from '$lib/studio/server/current';
import { jsonResponse } from '$lib/studio/server/json-response';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ request }) => {
	const { text, hash } = await currentlyPublished();
	return jsonResponse(request, text, hash);
};
