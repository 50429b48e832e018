import { build, files, prerendered, version } from '$service-worker';
import { cleanupOutdatedCaches } from 'workbox-precaching/cleanupOutdatedCaches.js';
import { createHandlerBoundToURL } from 'workbox-precaching/createHandlerBoundToURL.js';
import { precacheAndRoute } from 'workbox-precaching/precacheAndRoute.js';
import { NavigationRoute } from 'workbox-routing/NavigationRoute.js';
import { registerRoute } from 'workbox-routing/registerRoute.js';

/** Answers every address of a learner; the router in it reads the real one (docs/decisions/0008). */
const SHELL = '/shell';

/** Chunks that only trainers' pages need (scripts/vite/staff-chunks.js). */
const forStaff = (path: string) => path.includes('/immutable/staff/');
/** Only the installer and search engines ask for these, and they go to the network themselves. */
const forOthers = (path: string) => /\.png$|\/robots\.txt$|\.webmanifest$/.test(path);

/** Addresses that the server answers: a page that is not a learner's, data, files. */
const serverAddresses = [
	/^\/(trainer|sign-in|sign-out|verify|badges|stalls|print|api|media|healthz|_app|\.well-known)(\/|$)/,
	/\.[a-z0-9]+$/i
];

/** Keeps the shell and all that learners' pages need at install, and answers from there, online or not. */
export function keepShell(): void {
	const changing = [...files.filter((path) => !forOthers(path)), ...prerendered];
	precacheAndRoute([
		...build.filter((path) => !forStaff(path)).map((url) => ({ url, revision: null })),
		...changing.map((url) => ({ url, revision: version }))
	]);
	cleanupOutdatedCaches();
	registerRoute(new NavigationRoute(createHandlerBoundToURL(SHELL), { denylist: serverAddresses }));
}
