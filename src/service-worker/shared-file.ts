/// <reference lib="webworker" />
import { registerRoute } from 'workbox-routing/registerRoute.js';

/** Read by src/lib/learn/carry/take-shared.ts. */
const INBOX = 'carry-inbox';
const PLACE = '/carry/shared';
/** More than any file of bundles has. */
const MAX_BYTES = 4 * 1024 * 1024;

/** A file shared with the installed app (`share_target` of the manifest) comes as a form. It is laid down for the page, with
 * or without a line; nothing of it goes to the server. */
export function takeSharedFile(): void {
	registerRoute(
		({ url, sameOrigin }) => sameOrigin && url.pathname === '/carry',
		async ({ request }) => {
			const form = await request.formData().catch(() => undefined);
			const file = form?.get('events');
			if (file instanceof File && file.size <= MAX_BYTES)
				await (await caches.open(INBOX)).put(PLACE, new Response(file));
			return Response.redirect('/carry', 303);
		},
		'POST'
	);
}
