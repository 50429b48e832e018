import type { Unsent } from './push';

/** When the server names no time. */
const TOO_MANY_WAIT_MS = 30_000;

const meanings: Record<string, Unsent> = {
	not_joined: { kind: 'not_joined' },
	device_revoked: { kind: 'revoked' },
	device_forked: { kind: 'forked' }
};

/** Asks the own server something that it answers in JSON; what goes wrong comes back as a value. */
export async function request(
	url: string,
	init: RequestInit,
	{ fetch, patienceMs }: { fetch: typeof globalThis.fetch; patienceMs: number }
): Promise<{ kind: 'answered'; body: unknown } | Unsent> {
	const patience = new AbortController();
	const timer = setTimeout(() => patience.abort(), patienceMs);
	try {
		const response = await fetch(url, { credentials: 'same-origin', ...init, signal: patience.signal });
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
