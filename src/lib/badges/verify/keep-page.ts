/** An install on a weak line takes a while; then it goes on by itself. */
const WITHIN_MS = 60_000;

/** Keeps the checking page on this device. @returns whether it is all here */
export async function keepVerifyPage(): Promise<boolean> {
	try {
		await navigator.serviceWorker.register('/service-worker.js', { updateViaCache: 'none' });
		const { active } = await navigator.serviceWorker.ready;
		const { port1, port2 } = new MessageChannel();
		const kept = new Promise<boolean>((resolve) => {
			port1.onmessage = () => resolve(true);
			setTimeout(() => resolve(false), WITHIN_MS);
		});
		active?.postMessage({ type: 'keep-verify' }, [port2]);
		return await kept;
	} catch {
		return false;
	}
}
