import { errors } from './errors';
import { error } from '@sveltejs/kit';

/** The same request with a body that breaks off at `maxBytes`, whatever its content-length said. */
export function withBodyLimit(request: Request, maxBytes: number): Request {
	if (!request.body) return request;
	const body = request.body.pipeThrough(limit(maxBytes));
	return new Request(request, { body, duplex: 'half' } as RequestInit);
}

/** Whether the request says itself that it is too long. */
export function saysTooLarge(request: Request, maxBytes: number): boolean {
	return Number(request.headers.get('content-length') ?? 0) > maxBytes;
}

function limit(maxBytes: number): TransformStream<Uint8Array, Uint8Array> {
	let left = maxBytes;
	return new TransformStream({
		transform(chunk, controller) {
			left -= chunk.byteLength;
			if (left < 0) tooLarge();
			controller.enqueue(chunk);
		}
	});
}

/** Thrown as SvelteKit's own error, so that whoever reads the body need not know about limits. */
function tooLarge(): never {
	const [status, message] = errors.too_large;
	error(status, { code: 'too_large', message });
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
