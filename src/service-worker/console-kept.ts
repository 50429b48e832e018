/** What is kept of a trainer's console on her phone: the data of pages, as the server last answered it for her. */
const CACHE = 'console-1';
/** Of src/lib/console/offline/keep-pages.ts. */
const MARKS = 'console-marks';
/** Signed out here, and the server not told yet. */
const OWED = 'console-owed';
const SIGN_OUT = '/sign-out';

/** About twelve groups of thirty women; the ones not asked for longest go first. */
const MAX_PAGES = 450;
/** A group's page of thirty women has about 40 kB. */
const MAX_PAGE_CHARACTERS = 256 * 1024;

/** As long as a session without use (lib/server/session.ts): a phone that was lost does not show them for ever. */
const MAX_AGE_MS = 30 * 86_400_000;

/** Pages that may be read without a line. Not those with secrets on them: cards, invitations, keys. */
const READABLE = /^\/trainer(\/(groups|women|overview)(\/|$)|\/?$)/;
const SECRET = /\/cards(\/|$)/;
export const mayKeep = (path: string): boolean => READABLE.test(path) && !SECRET.test(path);

/** The address of a page's data, without what Kit adds for itself: then the answer is that of a whole page. */
export function dataAddress(url: URL): string {
	const path = url.pathname.replace(/\/(__data\.json)?$/, '');
	const asked = new URL(`${path}/__data.json${url.search}`, url);
	for (const name of [...asked.searchParams.keys()])
		if (name.startsWith('x-sveltekit-')) asked.searchParams.delete(name);
	return asked.href;
}

export type Answer =
	/** A page with nothing wrong in it. */
	| 'page'
	/** Nobody is signed in any more. */
	| 'signed-out'
	/** Gone, forbidden, or led elsewhere. */
	| 'other';

/** What the server said in a `__data.json`; later lines of it are what was still under way. */
export function answerIn(text: string): Answer {
	try {
		const said = JSON.parse(text.split('\n', 1)[0]!) as {
			type?: string;
			location?: string;
			nodes?: ({ type?: string } | null)[];
		};
		if (said.type === 'redirect') return said.location?.startsWith('/sign-in') ? 'signed-out' : 'other';
		return said.type === 'data' && !said.nodes?.some((node) => node?.type === 'error') ? 'page' : 'other';
	} catch {
		return 'other';
	}
}

/** Keeps a page's data, or forgets what must not stay. */
export async function takeAnswer(address: string, text: string): Promise<void> {
	const answer = answerIn(text);
	if (answer === 'signed-out') return forgetConsole();
	const cache = await caches.open(CACHE);
	await cache.delete(address);
	if (answer !== 'page' || text.length > MAX_PAGE_CHARACTERS || !mayKeep(pathOf(address))) return;
	const headers = { 'content-type': 'application/json', 'x-kept-at': String(Date.now()) };
	await cache.put(address, new Response(text, { headers })).catch(() => {});
	const kept = await cache.keys();
	await Promise.all(kept.slice(0, Math.max(0, kept.length - MAX_PAGES)).map((old) => cache.delete(old)));
}

const pathOf = (address: string) => new URL(address).pathname.replace(/\/__data\.json$/, '');

/** The page's data as it was, if need be with another tab or course than was asked for. */
export async function keptAnswer(address: string): Promise<Response | undefined> {
	const cache = await caches.open(CACHE);
	const kept = (await cache.match(address)) ?? (await cache.match(address, { ignoreSearch: true }));
	if (!kept || Date.now() - keptAtMs(kept) < MAX_AGE_MS) return kept;
	await cache.delete(address, { ignoreSearch: true });
	return undefined;
}

const keptAtMs = (kept: Response | undefined) => Number(kept?.headers.get('x-kept-at'));

/** Whether it was kept so lately that asking again would only cost data. */
export async function isFresh(address: string, withinMs: number): Promise<boolean> {
	return Math.abs(Date.now() - keptAtMs(await (await caches.open(CACHE)).match(address))) < withinMs;
}

/**
 * The answer where nothing was kept: the console's own frame with a page that says so, where anything at all was kept
 * (then somebody is signed in); otherwise nothing but the trouble.
 */
export async function notKept(): Promise<Response> {
	const error = { code: 'not_kept', message: 'This page was not kept on this phone.' };
	const nodes = await frameNodes();
	if (!nodes) return Response.json({ type: 'error', error, status: 503 });
	return Response.json({ type: 'data', nodes: [...nodes, { type: 'error', error, status: 503 }] });
}

/** The data of the layouts of any page that is here. */
async function frameNodes(): Promise<unknown[] | undefined> {
	const cache = await caches.open(CACHE);
	const [newest] = (await cache.keys()).slice(-1);
	const text = newest && (await (await cache.match(newest))?.text());
	if (!text) return undefined;
	return (JSON.parse(text.split('\n', 1)[0]!) as { nodes: unknown[] }).nodes.slice(0, 2);
}

export async function hasKept(): Promise<boolean> {
	return (await (await caches.open(CACHE)).keys()).length > 0;
}

/** Everything goes: she signed out, somebody else signs in, or the server knows her session no more. */
export async function forgetConsole(): Promise<void> {
	await Promise.all([caches.delete(CACHE), caches.delete(MARKS)]);
}

/** She signed out without a line: the server is told at the next one, before anything else is asked of it. */
export async function oweSignOut(): Promise<void> {
	await (await caches.open(OWED)).put(SIGN_OUT, new Response());
}

export async function paySignOut(): Promise<void> {
	const owed = await caches.open(OWED);
	if (!(await owed.match(SIGN_OUT))) return;
	const response = await fetch(SIGN_OUT, { method: 'POST' });
	if (response.ok) await owed.delete(SIGN_OUT);
}

/** A new sign-in settles what an older one owed. */
export async function forgetOwed(): Promise<void> {
	await caches.delete(OWED);
}
