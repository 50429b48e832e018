/// <reference lib="webworker" />
import { build } from '$service-worker';
import { registerRoute } from 'workbox-routing/registerRoute.js';
import { hasKept } from './console-kept';
import { answerBadges, keepVerifyData } from './badges-seen';

/** Chunks of pages that a first visit does without, of the strangers' page, and of the console
 * (scripts/vite/chunk-folders.js). */
export const forLater = (path: string) => /\/immutable\/(later|verify|staff)\//.test(path);
const staff = build.filter((path) => path.includes('/immutable/staff/'));
const verify = build.filter((path) => path.includes('/immutable/verify/'));
const later = build.filter((path) => forLater(path) && ![...verify, ...staff].includes(path));
/** Their names hold the hash of what they are: an entry never changes. */
const CACHE = 'later-1';

/** Answers them from the phone, and keeps what comes by. */
export function answerLater(): void {
	answerBadges();
	registerRoute(
		({ url, sameOrigin }) => sameOrigin && forLater(url.pathname),
		async ({ request }) => {
			const cache = await caches.open(CACHE);
			const kept = await cache.match(request, { ignoreVary: true });
			if (kept) return kept;
			const response = await fetch(request).catch(() => Response.error());
			if (response.ok) await cache.put(request.url, response.clone()).catch(() => {});
			return response;
		}
	);
}

/** Fetches what is not here yet; what fails is asked for again the next time. */
export const keepLater = (): Promise<void> => keep(later);

/** Keeps the strangers' page for places without a network, with today's keys and list. */
export async function keepVerify(): Promise<void> {
	await keep([...verify, ...later]);
	await keepVerifyData();
}

/** Keeps what the console and the page for carrying need, on the phone of who is signed in. */
export const keepStaff = (): Promise<void> => keep([...staff, ...later]);

async function keep(paths: string[]): Promise<void> {
	const cache = await caches.open(CACHE);
	await Promise.all(
		paths.map(async (path) => {
			if (!(await cache.match(path))) await cache.add(path).catch(() => {});
		})
	);
}

/** A new version brings its own ones where she keeps those of the last: offline she must not lose a page. */
export async function renewLater(): Promise<void> {
	const kept = await (await caches.open(CACHE)).keys();
	const hasSome = (folder: string) => kept.some(({ url }) => url.includes(`/immutable/${folder}/`));
	const wanted = [...later, ...(hasSome('verify') ? verify : []), ...((await hasKept()) ? staff : [])];
	if (kept.length > 0) await keep(wanted);
}

/** Forgets those of the versions before this one. */
export async function sweepLater(): Promise<void> {
	const cache = await caches.open(CACHE);
	const wanted = new Set([...later, ...verify, ...staff]);
	const kept = await cache.keys();
	const old = kept.filter(({ url }) => !wanted.has(new URL(url).pathname));
	await Promise.all(old.map((request) => cache.delete(request)));
}
