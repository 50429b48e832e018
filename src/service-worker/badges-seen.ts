/// <reference lib="webworker" />
import { registerRoute } from 'workbox-routing/registerRoute.js';

/** What the strangers' page asks of this server beside badges: kept as it was last answered. */
const DATA = ['/.well-known/did.json', '/badges/status/1.jwt'];
/** A badge and its picture, as the strangers' page asks for them. */
const BADGE = /^\/badges\/([a-z0-9]{26})\.(jwt|svg)$/;
const filesOf = (badge: string) => [`/badges/${badge}.jwt`, `/badges/${badge}.svg?plain`];

const DATA_CACHE = 'verify-1';
const BADGE_CACHE = 'badges-seen-1';
/** A shop that checks badges all day keeps those of a few weeks: 5 kB each. */
const MAX_FILES = 400;
/** A line that has not answered by then is none; what is kept is shown. */
const PATIENCE_MS = 5000;

/** Network first, and the last answer where there is none: of the list and the keys, and of badges seen before. */
export function answerBadges(): void {
	registerRoute(
		({ url, sameOrigin }) => sameOrigin && DATA.includes(url.pathname),
		({ request, url }) => networkFirst(request, url.pathname, DATA_CACHE)
	);
	registerRoute(
		({ url, sameOrigin }) => sameOrigin && BADGE.test(url.pathname),
		({ request, url }) => networkFirst(request, url.pathname + url.search, BADGE_CACHE)
	);
}

/** Keeps today's list and keys. */
export async function keepVerifyData(): Promise<void> {
	const cache = await caches.open(DATA_CACHE);
	await Promise.all(DATA.map((path) => cache.add(path).catch(() => {})));
}

/** Keeps a badge that was looked at, with today's list. Nothing for what is none. */
export async function keepBadge(badge: unknown): Promise<void> {
	if (typeof badge !== 'string' || !BADGE.test(`/badges/${badge}.jwt`)) return;
	const cache = await caches.open(BADGE_CACHE);
	await Promise.all([...filesOf(badge).map((path) => cache.add(path).catch(() => {})), keepVerifyData()]);
	await forgetOldest(cache);
}

async function networkFirst(request: Request, key: string, cacheName: string): Promise<Response> {
	const cache = await caches.open(cacheName);
	const kept = await cache.match(key);
	const signal = kept ? AbortSignal.timeout(PATIENCE_MS) : null;
	const response = await fetch(request, { signal }).catch(() => undefined);
	// Only what was asked to be kept is renewed: who looks at one link leaves nothing behind.
	if (response?.ok && (kept || cacheName === DATA_CACHE))
		await cache.put(key, response.clone()).catch(() => {});
	return response ?? kept ?? Response.error();
}

/** The order of a cache's keys is that in which they came. */
async function forgetOldest(cache: Cache): Promise<void> {
	const keys = await cache.keys();
	for (const key of keys.slice(0, Math.max(0, keys.length - MAX_FILES))) await cache.delete(key);
}
