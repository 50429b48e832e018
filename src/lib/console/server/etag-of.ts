import { createHash } from 'node:crypto';

/** The mark of a view: another when anything in it is. */
export const etagOf = (view: unknown): string =>
	`"${createHash('sha256').update(JSON.stringify(view)).digest('base64url').slice(0, 22)}"`;

/** Whether the browser has this view already. A proxy that compresses makes the etag a weak one. */
export const isKnown = (header: string | null, etag: string): boolean =>
	(header ?? '').split(',').some((known) => known.trim().replace(/^W\//, '') === etag);

/** A view as JSON, or 304 while nothing in it has changed. */
export function viewResponse(request: Request, view: unknown, etag: string): Response {
	const headers = { etag, 'cache-control': 'private, no-store' };
	return isKnown(request.headers.get('if-none-match'), etag)
		? new Response(null, { status: 304, headers })
		: Response.json(view, { headers });
}
