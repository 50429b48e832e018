import { Agent, request, type IncomingMessage } from 'node:http';

/** PocketBase waits five minutes for the next call on a line; we hang up first, so that no call meets a closing one. */
const IDLE_MS = 60_000;

/** Kept open: a new connection for each call would cost more than most calls. */
const agent = new Agent({ keepAlive: true, timeout: IDLE_MS });

export type Call = { url: string; method: string; token: string; body?: unknown; timeoutMs: number };
export type Reply = { status: number; data: unknown };

/**
 * One JSON call over loopback. Not `fetch`: that asks for gzip, which PocketBase then spends time on and we undo, and
 * is itself half of what a sync would cost here.
 * @throws what node:http throws when there was no whole answer
 */
export function callPocketBase({ url, method, token, body, timeoutMs }: Call): Promise<Reply> {
	const text = body === undefined ? '' : JSON.stringify(body);
	const headers: Record<string, string | number> = { authorization: token };
	if (text) {
		headers['content-type'] = 'application/json';
		headers['content-length'] = Buffer.byteLength(text);
	}
	return new Promise((resolve, reject) => {
		const signal = AbortSignal.timeout(timeoutMs);
		const call = request(url, { method, agent, headers, signal }, (response) => {
			readText(response).then(
				(said) => resolve({ status: response.statusCode ?? 0, data: parsed(said) }),
				reject
			);
		});
		call.once('error', reject);
		call.end(text);
	});
}

function readText(response: IncomingMessage): Promise<string> {
	return new Promise((resolve, reject) => {
		let text = '';
		response.setEncoding('utf8');
		response.on('data', (chunk: string) => (text += chunk));
		response.once('end', () => resolve(text));
		response.once('error', reject);
	});
}

function parsed(text: string): unknown {
	try {
		return text ? JSON.parse(text) : null;
	} catch {
		return null;
	}
}
