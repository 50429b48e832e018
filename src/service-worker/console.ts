/// <reference lib="webworker" />
import { NavigationRoute } from 'workbox-routing/NavigationRoute.js';
import { registerRoute } from 'workbox-routing/registerRoute.js';
import type { RouteHandlerCallback, RouteHandlerCallbackOptions } from 'workbox-core/types.js';
import {
	dataAddress,
	forgetConsole,
	forgetOwed,
	hasKept,
	isFresh,
	keptAnswer,
	mayKeep,
	notKept,
	oweSignOut,
	paySignOut,
	takeAnswer
} from './console-kept';

/** A line that says nothing for so long is none, where there is something to show instead. */
const PATIENCE_MS = 8_000;
/** A page that was just opened need not be fetched a second time to be kept. */
const FRESH_MS = 60_000;

/**
 * The console is the server's, online. Its pages are kept as data, and without a line the cached shell shows them: the
 * router in it asks for the same data as when she goes from page to page (docs/decisions/0025-carrying.md).
 */
export function answerConsole(shell: RouteHandlerCallback): void {
	registerRoute(
		({ url, sameOrigin }) => sameOrigin && /^\/trainer(\/.*)?\/__data\.json$/.test(url.pathname),
		({ url }) => answerData(url)
	);
	registerRoute(new NavigationRoute(openPage(shell), { allowlist: [/^\/trainer(\/|$)/] }));
	const changesWho = (path: string, handler: RouteHandlerCallback) =>
		registerRoute(({ url, sameOrigin }) => sameOrigin && url.pathname === path, handler, 'POST');
	changesWho('/sign-out', signOut);
	changesWho('/sign-in', async ({ request }) => {
		await forgetConsole();
		await forgetOwed();
		return fetch(request);
	});
}

async function answerData(url: URL): Promise<Response> {
	const address = dataAddress(url);
	const response = await inTime(fetchData(address), () => keptAnswer(address));
	if (response && response.status < 500) return response;
	return (await keptAnswer(address)) ?? response ?? (await notKept());
}

/** The whole of a page's data, kept when it comes. */
async function fetchData(address: string): Promise<Response> {
	await paySignOut();
	const response = await fetch(address, { credentials: 'same-origin' });
	if (response.status >= 500) return response;
	await takeAnswer(address, await response.clone().text());
	return response;
}

/** A page by its address: from the server; where there is none, the shell, which then asks for the data. */
const openPage =
	(shell: RouteHandlerCallback) =>
	async (options: RouteHandlerCallbackOptions): Promise<Response> => {
		const { request, url, event } = options as RouteHandlerCallbackOptions & { event: ExtendableEvent };
		const asked = paySignOut().then(() => fetch(request));
		const response = await inTime(asked, () => keptAnswer(dataAddress(url)));
		if (response?.type === 'opaqueredirect') event.waitUntil(forgetIfSignedOut());
		else if (response?.ok && isPage(response) && mayKeep(url.pathname)) event.waitUntil(keepBeside(url));
		if (response && (response.status < 500 || !(await hasKept()))) return response;
		return shell(options);
	};

const isPage = (response: Response) => response.headers.get('content-type')?.startsWith('text/html');

/** The page came as HTML; its data is what can be shown again without a line. */
async function keepBeside(url: URL): Promise<void> {
	const address = dataAddress(url);
	if (!(await isFresh(address, FRESH_MS))) await fetchData(address).catch(() => {});
}

/** Led elsewhere: usually to the sign-in page, because the session is over. */
async function forgetIfSignedOut(): Promise<void> {
	const response = await fetch('/api/session').catch(() => undefined);
	if (!response?.ok) return;
	const { principal } = (await response.json()) as { principal?: { kind?: string } };
	if (principal?.kind !== 'staff') await forgetConsole();
}

/** What is kept goes at once, with or without a line. */
async function signOut({ request }: RouteHandlerCallbackOptions): Promise<Response> {
	await forgetConsole();
	const response = await fetch(request).catch(() => undefined);
	if (response) return response;
	await oweSignOut();
	return Response.redirect('/', 303);
}

/** The network's answer; undefined when there is none, or none in time while something kept can be shown. */
async function inTime(asked: Promise<Response>, kept: () => Promise<unknown>): Promise<Response | undefined> {
	const answered = asked.catch(() => undefined);
	const patience = new Promise<'late'>((resolve) => setTimeout(() => resolve('late'), PATIENCE_MS));
	const first = await Promise.race([answered, patience]);
	return first === 'late' ? ((await kept()) ? undefined : answered) : first;
}
