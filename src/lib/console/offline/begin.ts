import { keepPages } from './keep-pages';

/** The page is drawn and used first. */
const LATER_MS = 3_000;

type Connection = { saveData?: boolean };

/**
 * What makes the console readable in a village: the worker, its code, and the pages of her groups. And what this phone
 * carries for others is delivered. Call it when the server is within reach.
 */
export function beginOffline(groups: { id: string }[]): () => void {
	const timer = setTimeout(() => void begin(groups).catch(() => {}), LATER_MS);
	return () => clearTimeout(timer);
}

async function begin(groups: { id: string }[]): Promise<void> {
	const [{ registerWorker }, { deliverCarried }] = await Promise.all([
		import('$lib/sync/register-worker'),
		import('$lib/sync/carry/deliver-carried')
	]);
	await deliverCarried((...call) => fetch(...call));
	await registerWorker();
	const worker = navigator.serviceWorker as ServiceWorkerContainer | undefined;
	if (!worker) return;
	const { active, waiting } = await worker.ready;
	// No lesson is open on this page; another tab that has one makes the new version wait.
	waiting?.postMessage({ type: 'apply-update' }, [new MessageChannel().port2]);
	active?.postMessage({ type: 'keep-staff' });
	const { connection } = navigator as Navigator & { connection?: Connection };
	if (worker.controller && !connection?.saveData) await keepPages(groups);
}

/** Her session is over: what was kept of it goes, before the way leads to the sign-in page. */
export async function forgetKept(): Promise<void> {
	const names = typeof caches === 'undefined' ? [] : await caches.keys();
	await Promise.all(names.filter((name) => name.startsWith('console-')).map((name) => caches.delete(name)));
}
