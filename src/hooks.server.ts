import { building } from '$app/environment';
import {
	redirect,
	type Handle,
	type HandleServerError,
	type RequestEvent,
	type ServerInit
} from '@sveltejs/kit';
import { forgetWithdrawn } from '$lib/console/server/voices/forget-withdrawn';
import { isKnownRoute, mayUse, ruleOf, USUAL_MAX_BYTES, type Rule } from '$lib/server/access';
import { letFinish, saysTooLarge, withBodyLimit } from '$lib/server/body';
import { compressed } from '$lib/server/compress';
import { env } from '$lib/server/env';
import { errors, giveUp, refuse, type ErrorCode } from '$lib/server/errors';
import { log } from '$lib/server/log';
import { isPocketBaseDown } from '$lib/server/pocketbase';
import { securityHeaders } from '$lib/server/security-headers';
import { deleteExpiredSessions, principalOf } from '$lib/server/session';
import { newPublicId } from '$lib/server/secrets';
import { keepTelling } from '$lib/server/interop/keep-telling';
import { keepSettling } from '$lib/server/stalls/keep-settling';
import { importBundledContent } from '$lib/studio/server/first-import';
import { forgetRecordings } from '$lib/studio/server/recordings';

const DAY_MS = 86_400_000;

/** Before the first request: content is there, old sessions are swept out. */
export const init: ServerInit = async () => {
	if (building) return;
	await importBundledContent();
	if (env.isDemo) await (await import('$lib/server/demo/seed')).seedDemo();
	await deleteExpiredSessions();
	await forgetWithdrawn(forgetRecordings);
	keepSettling();
	keepTelling(); // ends with the process: it keeps nothing in memory that a kill could lose
	setInterval(() => {
		deleteExpiredSessions().catch((cause: unknown) => log.warn({ err: cause }, 'sessions were not swept'));
		forgetWithdrawn(forgetRecordings).catch((cause: unknown) =>
			log.warn({ err: cause }, 'what was taken back stays')
		);
	}, DAY_MS).unref();
};

export const handle: Handle = async ({ event, resolve }) => {
	event.locals.principal = { kind: 'guest' };
	const render = () =>
		resolve(event, {
			transformPageChunk: withLanguage(event),
			preload: preloadFor(event),
			filterSerializedResponseHeaders: isReadByLoad
		});
	if (building) return render();
	const response = await answer(event, render).finally(() => letFinish(event.request));
	return compressed(
		event.request,
		securityHeaders(event, withStatus(event, await whenDown(event, response)))
	);
};

const answer = async (event: RequestEvent, render: () => Response | Promise<Response>): Promise<Response> =>
	(await guard(event)) ?? (await render());

/** What stands before every page and endpoint: the table of access, other sites' forms, the length of bodies.
 * Undefined: go on. */
async function guard(event: RequestEvent): Promise<Response | undefined> {
	const { request, route } = event;
	if (!route.id) return undefined; // SvelteKit's own 404
	const rule = ruleOf(request.method, route.id);
	if (!rule) return refuse(isKnownRoute(route.id) ? 'method_not_allowed' : 'forbidden');
	if (changesThings(request)) {
		if (isFromElsewhere(event)) return refuse('cross_origin');
		const maxBytes = rule.maxBytes ?? USUAL_MAX_BYTES;
		if (saysTooLarge(request, maxBytes)) return refuse('too_large');
		event.request = withBodyLimit(request, maxBytes);
	}
	return identify(event, rule);
}

/** Finds out who asks, where that matters, and turns away who may not. */
async function identify(event: RequestEvent, rule: Rule): Promise<Response | undefined> {
	if (rule.may.includes('learner') && !rule.asksWho) return undefined;
	try {
		event.locals.principal = await principalOf(event);
	} catch (cause) {
		if (!isPocketBaseDown(cause)) throw cause;
		return refuse('not_ready', { 'retry-after': '2' });
	}
	const { principal } = event.locals;
	if (mayUse(rule, principal)) return undefined;
	const isPage = !event.route.id?.startsWith('/api/');
	if (principal.kind !== 'guest') return isPage ? giveUp('forbidden') : refuse('forbidden');
	if (!isPage) return refuse('not_signed_in');
	redirect(303, `/sign-in?to=${encodeURIComponent(event.url.pathname)}`);
}

const changesThings = ({ method }: Request) => method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS';

/** SvelteKit asks this of forms only; we ask it of every call that changes something. */
function isFromElsewhere({ request, url }: RequestEvent): boolean {
	if (request.headers.get('sec-fetch-site') === 'cross-site') return true;
	const origin = request.headers.get('origin');
	return origin !== null && origin !== url.origin;
}

/** Learners hear Vietnamese until they choose; the console follows its own cookie, strangers' stalls and forms
 * their address. */
function withLanguage({ cookies, route, url }: RequestEvent) {
	const isLearners = !/^\/\((console|auth)\)/.test(route.id ?? '');
	const saysItself = /^\/\(public\)\/(stall|partners)/.test(route.id ?? '');
	const isEnglish = saysItself
		? url.searchParams.get('lang') === 'en'
		: !isLearners && cookies.get('bm_console_language') === 'en';
	const language = isEnglish ? 'en' : 'vi';
	return ({ html }: { html: string }) => {
		const page = html.replace('%lang%', language);
		return isStrangers(route.id) ? page.replace(EARLY_TAPS, '') : page;
	};
}

/** The script of app.html that keeps a learner's first taps: nothing on the strangers' page asks for them. */
const EARLY_TAPS = /<script>\s*\/\/ What she taps[\s\S]*?<\/script>/;

const isStrangers = (route: string | null) => route?.startsWith('/(public)/verify') ?? false;

/** Headers that the learners' `load` functions look at (offline/fetch-content.ts). */
const isReadByLoad = (name: string) => name === 'content-type' || name === 'x-lesson-hash';

/** On 400 kbit/s, 35 kB of script fetched early take the line from the first sentence for 0.7 s. */
function preloadFor({ route }: RequestEvent) {
	const isLearners = route.id === '/' || route.id?.startsWith('/(learner)');
	// A stranger has the answer with the page; a kilobyte of names would only come before it.
	const isCheck = isStrangers(route.id);
	return ({ type }: { type: 'js' | 'css' | 'font' | 'asset' }) =>
		!isCheck && (type === 'css' || (type === 'js' && !isLearners));
}

/** The requests that failed because PocketBase was away: SvelteKit knows only 500. Known by their `locals`: the event
 * that `handleError` is given is a copy (`merge_tracing` of @sveltejs/kit 2.70). */
const failedByAbsence = new WeakSet<App.Locals>();

async function whenDown(event: RequestEvent, response: Response): Promise<Response> {
	if (response.status !== 500 || !failedByAbsence.has(event.locals)) return response;
	const headers = new Headers(response.headers);
	headers.set('retry-after', '2');
	return new Response(await response.arrayBuffer(), { status: 503, headers });
}

/** A `load` cannot say 400 and show its page. What only the page's script asks for is answered as the script expects. */
function withStatus({ locals, isDataRequest }: RequestEvent, response: Response): Response {
	if (!locals.status || isDataRequest || response.status !== 200) return response;
	return new Response(response.body, { status: locals.status, headers: response.headers });
}

/** Bugs and broken machines: the cause goes to the log under a number, people get a sentence. */
export const handleError: HandleServerError = ({ error, event, status }) => {
	const code: ErrorCode =
		status === 404 ? 'not_found' : isPocketBaseDown(error) ? 'not_ready' : codeOf(status);
	const message: string = errors[code][1];
	if (code === 'not_ready') failedByAbsence.add(event.locals);
	if (code !== 'internal' && code !== 'not_ready') return { code, message };
	const id = newPublicId(10);
	log.error({ id, err: error, route: event.route.id, method: event.request.method }, 'a request failed');
	return { code, message: `${message} (${id})` };
};

function codeOf(status: number): ErrorCode {
	if (status === 405) return 'method_not_allowed';
	if (status === 413) return 'too_large';
	return status >= 400 && status < 500 ? 'malformed' : 'internal';
}
