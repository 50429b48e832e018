import { findPlaces } from '$lib/server/places/find-places';
import type { RequestHandler } from './$types';

/** `?q=`: places by what somebody has typed so far, by today's names and those before July 2025. */
export const GET: RequestHandler = async ({ url }) =>
	Response.json(
		{ places: await findPlaces(url.searchParams.get('q') ?? '') },
		{ headers: { 'cache-control': 'private, max-age=3600' } }
	);
