import { callOut, type Answer } from '../call-out';
import type { Statement } from '../xapi/statement';

export type Lrs = { url: string; user: string; secret: string };

/** What an LRS made of a batch. */
export type Posted =
	| { kind: 'taken' }
	/** One of them has the id of another one that it knows. */
	| { kind: 'conflict' }
	/** One of them is faulty in its eyes, or they are too many bytes. */
	| { kind: 'faulty'; why: string }
	/** It does not know us: a person must look. */
	| { kind: 'refused'; why: string }
	| { kind: 'later'; why: string; retryAfterMs: number | null };

const VERSION = '1.0.3';

export async function postStatements(
	{ url, user, secret }: Lrs,
	statements: readonly Statement[],
	call: typeof callOut = callOut
): Promise<Posted> {
	return postedFrom(
		await call({
			method: 'POST',
			url: statementsUrl(url),
			headers: { ...headersFor({ user, secret }), 'content-type': 'application/json' },
			body: JSON.stringify(statements)
		})
	);
}

export const headersFor = ({ user, secret }: Pick<Lrs, 'user' | 'secret'>): Record<string, string> => ({
	'x-experience-api-version': VERSION,
	authorization: `Basic ${Buffer.from(`${user}:${secret}`).toString('base64')}`,
	accept: 'application/json'
});

/** People give the LRS's address with or without its last part. Ralph wants the slash at the end. */
export function statementsUrl(url: string): string {
	const base = url.replace(/\/+$/, '').replace(/\/statements$/, '');
	return `${base}/statements/`;
}

function postedFrom(answer: Answer): Posted {
	if (answer.kind === 'forbidden') return { kind: 'refused', why: answer.why };
	if (answer.kind === 'unreachable') return { kind: 'later', why: answer.why, retryAfterMs: null };
	const { status, retryAfterMs } = answer;
	if (status === 200 || status === 204) return { kind: 'taken' };
	if (status === 409) return { kind: 'conflict' };
	if (status === 400 || status === 413 || status === 422)
		return { kind: 'faulty', why: `${status} ${answer.body}`.slice(0, 300) };
	if (status === 408 || status === 429 || status >= 500)
		return { kind: 'later', why: String(status), retryAfterMs };
	// 401, 403, a redirect, a page that is no LRS: sending on would only lose statements.
	return { kind: 'refused', why: String(status) };
}
