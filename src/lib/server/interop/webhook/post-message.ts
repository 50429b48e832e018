import { callOut, type Answer } from '../call-out';
import type { WebhookMessage } from './message';
import { signatureOf } from './sign';

/** What a receiver made of a message. */
export type Told =
	| { kind: 'taken' }
	/** It will never take this one. */
	| { kind: 'culprit'; why: string }
	/** It wants no more, or is not what we think: a person must look. */
	| { kind: 'refused'; why: string }
	| { kind: 'later'; why: string; retryAfterMs: number | null };

export async function postMessage(
	{ url, secret }: { url: string; secret: string },
	message: WebhookMessage,
	call: typeof callOut = callOut,
	now = Date.now()
): Promise<Told> {
	const body = JSON.stringify(message);
	const timestampS = Math.floor(now / 1000);
	const answer = await call({
		method: 'POST',
		url,
		headers: {
			'content-type': 'application/json',
			'webhook-id': message.id,
			'webhook-timestamp': String(timestampS),
			'webhook-signature': signatureOf(message.id, timestampS, body, secret)
		},
		body
	});
	return toldFrom(answer);
}

function toldFrom(answer: Answer): Told {
	if (answer.kind === 'forbidden') return { kind: 'refused', why: answer.why };
	if (answer.kind === 'unreachable') return { kind: 'later', why: answer.why, retryAfterMs: null };
	const { status, retryAfterMs } = answer;
	if (status >= 200 && status < 300) return { kind: 'taken' };
	if (status === 408 || status === 425 || status === 429 || status >= 500)
		return { kind: 'later', why: String(status), retryAfterMs };
	if (status === 400 || status === 409 || status === 413 || status === 422)
		return { kind: 'culprit', why: `${status} ${answer.body}`.slice(0, 300) };
	// 401, 403, 404, 410 and redirects are about the address, not about this message.
	return { kind: 'refused', why: String(status) };
}
