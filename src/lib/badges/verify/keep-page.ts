/** An install on a weak line takes a while; then it goes on by itself. */
const WITHIN_MS = 60_000;

/** Keeps the checking page on this device, with the badge that is looked at. @returns whether it is all here */
export async function keepVerifyPage(badge?: string): Promise<boolean> {
	try {
		await navigator.serviceWorker.register('/service-worker.js', { updateViaCache: 'none' });
		const { active } = await navigator.serviceWorker.ready;
		const { port1, port2 } = new MessageChannel();
		const kept = new Promise<boolean>((resolve) => {
			port1.onmessage = () => resolve(true);
			setTimeout(() => resolve(false), WITHIN_MS);
		});
		active?.postMessage({ type: 'keep-verify', badge }, [port2]);
		return await kept;
	} catch {
		return false;
	}
}

/** Where the page is kept, each badge that was looked at is, with today's list: the server made the page, and the
 * worker has seen nothing of it. */
export const keepBadge = (badge: string): void =>
	navigator.serviceWorker.controller?.postMessage({ type: 'keep-badge', badge });
