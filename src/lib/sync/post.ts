import type { Unsent } from './push';

/** Fifty events and their answer take about 3 s at 50 kbit/s; a line that needs longer is no line. */
const PATIENCE_MS = 20_000;
/** When the server names no time. */
const TOO_MANY_WAIT_MS = 30_000;

const meanings: Record<string, Unsent> = {
	not_joined: { kind: 'not_joined' },
	device_revoked: { kind: 'revoked' },
	device_forked: { kind: 'forked' }
};

/** Posts JSON to the own server; what goes wrong comes back as a value. */
export async function post(
	url: string,
	body: unknown,
	fetch: typeof globalThis.fetch
): Promise<{ kind: 'answered'; body: unknown } | Unsent> {
	const patience = new AbortController();
	const timer = setTimeout(() => patience.abort(), PATIENCE_MS);
	try {
		const response = await fetch(url, {
			method: 'POST',
			body: JSON.stringify(body),
			headers: { 'content-type': 'application/json' },
			credentials: 'same-origin',
			// What waits is still sent when she closes the page (bodies here stay far below the 64 kB allowed).
			keepalive: true,
			signal: patience.signal
		});
		const answer: unknown = await response.json();
		return response.ok ? { kind: 'answered', body: answer } : refusal(response, answer);
	} catch {
		return { kind: 'offline' };
	} finally {
		clearTimeout(timer);
	}
}

function refusal(response: Response, answer: unknown): Unsent {
	if (response.status === 429) {
		const seconds = Number(response.headers.get('retry-after'));
		return { kind: 'too_many', waitMs: seconds > 0 ? seconds * 1000 : TOO_MANY_WAIT_MS };
	}
	if (response.status >= 500) return { kind: 'offline' };
	const { code } = (answer ?? {}) as { code?: unknown };
	if (typeof code !== 'string') return { kind: 'offline' };
	return meanings[code] ?? { kind: 'refused', code };
}
