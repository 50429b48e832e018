/// <reference lib="webworker" />
import { keepBadge } from './badges-seen';
import { forgetConsole } from './console-kept';
import { keepLater, keepStaff, keepVerify, sweepLater } from './later';

type Scope = ServiceWorkerGlobalScope;

/** The first worker takes over at once, so that this very visit is kept; a later one waits until it is asked. */
export function onInstall(scope: Scope): void {
	if (!scope.registration.active) void scope.skipWaiting();
}

export function onActivate(scope: Scope, event: ExtendableEvent): void {
	event.waitUntil(Promise.all([scope.clients.claim(), sweepLater()]));
}

/** `keep-later`: she stays, so the pages that the first visit did without may come. `keep-verify`: a
 * stranger keeps the checking page. `keep-staff`: a trainer's phone keeps the console. `forget-console`: her session is over. `keep-badge`: and has looked at another badge. `apply-update`: a page without
 * a lesson asks to go over to this version. Declined (`busy`, by its port) while another page is in a lesson: its code
 * would be taken from under it. */
export function onMessage(scope: Scope, event: ExtendableMessageEvent): void {
	const { type, badge } = (event.data ?? {}) as { type?: unknown; badge?: unknown };
	if (type === 'keep-later') event.waitUntil(keepLater());
	if (type === 'keep-badge') event.waitUntil(keepBadge(badge));
	if (type === 'keep-staff') event.waitUntil(keepStaff());
	if (type === 'forget-console')
		event.waitUntil(forgetConsole().then(() => event.ports[0]?.postMessage('gone')));
	if (type === 'keep-verify')
		event.waitUntil(
			Promise.all([keepVerify(), keepBadge(badge)]).then(() => event.ports[0]?.postMessage('kept'))
		);
	if (type !== 'apply-update') return;
	const asking = event.source instanceof WindowClient ? event.source.id : undefined;
	event.waitUntil(
		othersInLesson(scope, asking).then((busy) =>
			busy ? event.ports[0]?.postMessage('busy') : scope.skipWaiting()
		)
	);
}

async function othersInLesson(scope: Scope, asking: string | undefined): Promise<boolean> {
	const pages = await scope.clients.matchAll({ type: 'window', includeUncontrolled: true });
	return pages.some(
		({ id, url }) => id !== asking && /^\/(lessons|practice|review)\//.test(new URL(url).pathname)
	);
}
