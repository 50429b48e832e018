import type { RequestEvent } from '@sveltejs/kit';

/** Beside the Content-Security-Policy, which SvelteKit writes (svelte.config.js). */
const always = {
	'x-content-type-options': 'nosniff',
	// Not 'no-referrer': with it a browser sends `Origin: null` with a form, and every sign-in is refused as another site's.
	'referrer-policy': 'same-origin',
	// The phone's own microphone and camera are for recording and scanning; nothing else is ours to ask for.
	'permissions-policy':
		'microphone=(self), camera=(self), geolocation=(), payment=(), usb=(), serial=(), midi=(), interest-cohort=()',
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin',
	'x-frame-options': 'DENY'
};

/** Puts the headers on every answer that the app gives. Pages about people are kept by no cache: on a shared phone
 * the "back" key would show them to the next one. */
export function securityHeaders({ route }: RequestEvent, given: Response): Response {
	const response = isWritable(given) ? given : new Response(given.body, given);
	for (const [name, value] of Object.entries(always)) response.headers.set(name, value);
	if (route.id?.startsWith('/(public)/verify')) allowForeignIssuers(response.headers);
	if (/^\/\((console|auth)\)/.test(route.id ?? '')) response.headers.set('cache-control', 'no-store');
	return response;
}

/** Who checks a badge of somebody else asks that issuer for its keys and its list: the visitor's browser does it. */
function allowForeignIssuers(headers: Headers): void {
	const policy = headers.get('content-security-policy');
	if (policy)
		headers.set('content-security-policy', policy.replace("connect-src 'self'", "connect-src 'self' https:"));
}

/** The headers of a fetched or redirected response cannot be changed. */
function isWritable(response: Response): boolean {
	try {
		response.headers.delete('x-powered-by');
		return true;
	} catch {
		return false;
	}
}
