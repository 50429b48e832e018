/** A picture opened by its own address may not run or load anything. */
const INERT = "default-src 'none'; style-src 'unsafe-inline'";

/** Something that everybody may read from any site: that is what badges are for. */
export function answerPublic(body: string | Uint8Array, type: string, maxAgeS = 300): Response {
	return new Response(typeof body === 'string' ? body : new Uint8Array(body), {
		headers: {
			'content-type': type,
			'cache-control': `public, max-age=${maxAgeS}`,
			'access-control-allow-origin': '*',
			...(type === 'image/svg+xml' ? { 'content-security-policy': INERT } : {})
		}
	});
}
