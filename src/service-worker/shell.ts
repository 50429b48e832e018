import { build, files, prerendered, version } from '$service-worker';
import { cleanupOutdatedCaches } from 'workbox-precaching/cleanupOutdatedCaches.js';
import { createHandlerBoundToURL } from 'workbox-precaching/createHandlerBoundToURL.js';
import { precacheAndRoute } from 'workbox-precaching/precacheAndRoute.js';
import { NavigationRoute } from 'workbox-routing/NavigationRoute.js';
import { registerRoute } from 'workbox-routing/registerRoute.js';
import type { RouteHandlerCallbackOptions } from 'workbox-core/types.js';
import { answerConsole } from './console';
import { forLater } from './later';

/** Answers every address of a learner; the router in it reads the real one (docs/decisions/0008). */
const SHELL = '/shell';

/** Chunks that only trainers' pages need (scripts/vite/chunk-folders.js). */
const forStaff = (path: string) => path.includes('/immutable/staff/');
/** Only the installer and search engines ask for these, and they go to the network themselves. */
const forOthers = (path: string) => /\.png$|\/robots\.txt$|\.webmanifest$/.test(path);

/** Addresses that the server answers: a page that is not a learner's, data, files. */
const serverAddresses = [
	/^\/(trainer|invite|sign-in|sign-out|verify|badges|stalls|stall|print|api|media|healthz|_app|\.well-known)(\/|$)/,
	/\.[a-z0-9]+$/i
];

/** Named by their content: the browser's own cache serves them a second time. */
const lasting = build.filter((path) => !forStaff(path) && !forLater(path));
const changing = [...files.filter((path) => !forOthers(path)), ...prerendered];

/** Keeps the shell and all that learners' pages need at install, and answers from there, online or not. */
export function keepShell(): void {
	precacheAndRoute([
		...lasting.map((url) => ({ url, revision: null })),
		...changing.map((url) => ({ url, revision: version }))
	]);
	cleanupOutdatedCaches();
	const shell = createHandlerBoundToURL(SHELL);
	registerRoute(new NavigationRoute(shell, { denylist: serverAddresses }));
	answerConsole(shell);
	// The strangers' page comes from the server, and from the phone where there is none and it was kept.
	const orShell = (options: RouteHandlerCallbackOptions) =>
		fetch(options.request).catch(() => shell(options));
	registerRoute(new NavigationRoute(orShell, { allowlist: [/^\/verify(\/|$)/] }));
}

/** Workbox fetches one file after the other, which on a slow line takes half a minute of round trips. Asking for all
 * of them at once fills the browser's own cache, and Workbox then finds them there. */
export async function fetchAhead(): Promise<void> {
	await Promise.all(
		lasting.map((url) =>
			fetch(url).then(
				(response) => response.arrayBuffer(),
				() => {}
			)
		)
	);
}
