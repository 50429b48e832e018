import { giveUp } from './errors';

/** The request with a body that breaks off at `maxBytes`. One whose length was said (and found fitting by
 * `saysTooLarge`) stays as it is: Node's parser takes not a byte more than was said, and a second stream around the
 * first costs more than the rest of a small request. */
export function withBodyLimit(request: Request, maxBytes: number): Request {
	if (!request.body || saysFitting(request, maxBytes)) return request;
	const body = limited(request.body.getReader(), maxBytes);
	return new Request(request, { body, duplex: 'half' } as RequestInit);
}

/** Whether the request says itself that it is too long. */
export function saysTooLarge(request: Request, maxBytes: number): boolean {
	return Number(request.headers.get('content-length') ?? 0) > maxBytes;
}

/** Whether its length was said and fits; a chunked body's length is never known before its end. */
function saysFitting({ headers }: Request, maxBytes: number): boolean {
	const said = headers.get('content-length') ?? '';
	return /^\d+$/.test(said) && Number(said) <= maxBytes && !headers.has('transfer-encoding');
}

/** Somebody who sends a little too much should hear why: most clients listen only when they have said everything. */
const HEARD_OUT_BYTES = 4 * 1024 * 1024;

/** What is too much is thrown as SvelteKit's own error, so that whoever reads the body need not know about limits. */
function limited(
	source: ReadableStreamDefaultReader<Uint8Array>,
	maxBytes: number
): ReadableStream<Uint8Array> {
	let left = maxBytes;
	return new ReadableStream({
		async pull(controller) {
			const { done, value } = await source.read();
			if (done) return controller.close();
			left -= value.byteLength;
			if (left < 0) {
				await hearOut(source);
				giveUp('too_large');
			}
			controller.enqueue(value);
		},
		cancel: (reason) => source.cancel(reason)
	});
}

/** Reads away a body that nobody wanted (the request was refused before): unread, it would block the connection for
 * the client's next request. */
export async function letFinish(request: Request): Promise<void> {
	if (!request.body || request.bodyUsed) return;
	try {
		await hearOut(request.body.getReader());
	} catch {
		// Too much, or gone: there is nobody left to tell.
	}
}

/** Throws away what else comes; after a while, cuts the line. */
async function hearOut(source: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
	for (let left = HEARD_OUT_BYTES; left > 0;) {
		const { done, value } = await source.read();
		if (done) return;
		left -= value.byteLength;
	}
	await source.cancel();
}

/**
 * The JSON of a request, or undefined when it is none. Asks for the content type that a foreign page cannot send
 * without asking first: that is our guard against forged requests beside SameSite.
 */
export async function readJson(request: Request): Promise<unknown> {
	if (!request.headers.get('content-type')?.startsWith('application/json')) return undefined;
	const text = await request.text();
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
