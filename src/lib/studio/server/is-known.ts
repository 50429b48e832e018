/** Whether the asker has this version already: `If-None-Match` compares weakly (RFC 9110, 13.1.2), because a
 * packed answer carries the same tag with a `W/` before it. */
export function isKnown(request: Request, etag: string): boolean {
	const asked = request.headers.get('if-none-match');
	if (asked === null) return false;
	return asked.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag);
}
