import type { Unsent } from './push';
import { request } from './request';

/** Fifty events and their answer take about 3 s at 50 kbit/s; a line that needs longer is no line. */
const PATIENCE_MS = 20_000;

/** Posts JSON to the own server; what goes wrong comes back as a value. */
export function post(
	url: string,
	body: unknown,
	fetch: typeof globalThis.fetch
): Promise<{ kind: 'answered'; body: unknown } | Unsent> {
	const call: RequestInit = {
		method: 'POST',
		body: JSON.stringify(body),
		headers: { 'content-type': 'application/json' },
		// What waits is still sent when she closes the page (bodies here stay far below the 64 kB allowed).
		keepalive: true
	};
	return request(url, call, { fetch, patienceMs: PATIENCE_MS });
}
