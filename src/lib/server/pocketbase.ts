import PocketBase, { ClientResponseError } from 'pocketbase';
import { env } from './env';
import { callPocketBase } from './pocketbase-line';

/** Longer than any call here takes; PocketBase that hangs must not hold a phone's connection for ever. */
const TIMEOUT_MS = 30_000;
/** A token this near its end is not used: the call might arrive after it. */
const TOKEN_MARGIN_S = 60;
/** PocketBase is back within about 0.4 s of a crash; a phone need not hear of it. */
const RESTART_WAITS_MS = [100, 300, 600, 1000];

class Connection {
	readonly client = new PocketBase(env.pocketbase.url).autoCancellation(false);
	readonly url = env.pocketbase.url;
	readonly starts = env.pocketbase.starts;
	#signingIn: Promise<unknown> | null = null;

	constructor() {
		this.client.beforeSend = (url, options) => ({
			url,
			options: { signal: AbortSignal.timeout(TIMEOUT_MS), ...options }
		});
	}

	/** A token of another start of PocketBase may be unknown to it, and then lists come back empty, not refused. */
	isCurrent(): boolean {
		return this.url === env.pocketbase.url && this.starts === env.pocketbase.starts;
	}

	async signIn(): Promise<PocketBase> {
		if (!isFresh(this.client.authStore.token)) {
			const { email, password } = env.pocketbase;
			this.#signingIn ??= patiently(() =>
				this.client.collection('services').authWithPassword(email, password)
			).finally(() => (this.#signingIn = null));
			await this.#signingIn;
		}
		return this.client;
	}
}

const held: { connection: Connection | null } = { connection: null };

/**
 * The one client of PocketBase, signed in as the services account. Ask for it for each piece of work and keep it no
 * longer: after a restart of PocketBase it is another one.
 * @throws {ClientResponseError} with status 0 when PocketBase does not answer: `isPocketBaseDown`
 */
export function pocketbase(): Promise<PocketBase> {
	if (!held.connection?.isCurrent()) held.connection = new Connection();
	return held.connection.signIn();
}

/**
 * Calls a route of pb_hooks. A call that never reached PocketBase (it is just being restarted) or that it did not
 * know us for is made again; one that broke midway is not, because it may have been carried out.
 * @throws {ClientResponseError}
 */
export async function pbCall<T>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<T> {
	const call = async () => send<T>(await pocketbase(), { method, path, body });
	try {
		return await patiently(call);
	} catch (cause) {
		if (!(cause instanceof ClientResponseError && cause.status === 401)) throw cause;
		held.connection = null;
		return call();
	}
}

/** The SDK's `send` on a shorter way; the same errors. */
async function send<T>(
	{ baseURL, authStore }: PocketBase,
	{ method, path, body }: { method: string; path: string; body: unknown }
): Promise<T> {
	const url = `${baseURL}${path}`;
	const reply = await callPocketBase({
		url,
		method,
		token: authStore.token,
		body,
		timeoutMs: TIMEOUT_MS
	}).catch((cause: unknown) => {
		// In the form of `fetch`, which the SDK's own calls fail in.
		throw new ClientResponseError({ url, status: 0, originalError: { cause } });
	});
	if (reply.status >= 400) throw new ClientResponseError({ url, status: reply.status, response: reply.data });
	return reply.data as T;
}

/** Whether a call failed because PocketBase is not there, or went away while it answered. */
export function isPocketBaseDown(cause: unknown): boolean {
	return cause instanceof ClientResponseError && cause.status === 0;
}

async function patiently<T>(call: () => Promise<T>): Promise<T> {
	for (const waitMs of RESTART_WAITS_MS) {
		try {
			return await call();
		} catch (cause) {
			if (!wasRefused(cause)) throw cause;
			await new Promise((resolve) => setTimeout(resolve, waitMs));
		}
	}
	return call();
}

/** Nobody listened: the request was never sent. */
function wasRefused(cause: unknown): boolean {
	if (!isPocketBaseDown(cause)) return false;
	const { originalError } = cause as ClientResponseError & { originalError?: { cause?: { code?: string } } };
	return originalError?.cause?.code === 'ECONNREFUSED';
}

function isFresh(token: string): boolean {
	const payload = token.split('.')[1];
	if (!payload) return false;
	const { exp } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { exp?: number };
	return (exp ?? 0) > Date.now() / 1000 + TOKEN_MARGIN_S;
}
