import type { RequestHandler } from './$types';

/** Who the browser is signed in as; staff or guest. */
export const GET: RequestHandler = ({ locals }) =>
	Response.json({ principal: locals.principal }, { headers: { 'cache-control': 'no-store' } });
