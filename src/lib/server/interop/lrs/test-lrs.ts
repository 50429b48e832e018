import { callOut } from '../call-out';
import { headersFor, statementsUrl, type Lrs } from './post-statements';

export type Tried = { isGood: boolean; why: string };

/** Whether an LRS answers at this address and knows us. Nothing is stored there. */
export async function tryLrs({ url, user, secret }: Lrs): Promise<Tried> {
	const address = `${statementsUrl(url)}?limit=1`;
	const answer = await callOut({ method: 'GET', url: address, headers: headersFor({ user, secret }) });
	if (answer.kind !== 'answered') return { isGood: false, why: answer.why };
	return { isGood: answer.status === 200 && saysStatements(answer.body), why: String(answer.status) };
}

/** A page that merely says "200" is no LRS. An answer that was cut off is long enough to be one. */
const saysStatements = (body: string): boolean => /^\s*\{/.test(body) && body.includes('"statements"');
