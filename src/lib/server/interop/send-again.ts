import { postStatements } from './lrs/post-statements';
import { forgetRefused, noteRefused, type Refused } from './refused';
import { secretOf, targetNamed } from './targets';
import type { WebhookMessage } from './webhook/message';
import { postMessage } from './webhook/post-message';
import type { Statement } from './xapi/statement';

/** taken: it is theirs now. refused: they will not have it, for this reason. stopped: nobody could be asked. */
export type SentAgain = { kind: 'taken' } | { kind: 'refused' | 'stopped'; why: string };

/** Sends once more what was put aside, as it was: its id is the same, so that it counts once. */
export async function sendAgain(refused: Refused): Promise<SentAgain> {
	const sent = await post(refused);
	if (sent.kind === 'taken') await forgetRefused(refused.id);
	if (sent.kind === 'refused') await noteRefused(refused.id, sent.why);
	return sent;
}

async function post({ target: name, body }: Refused): Promise<SentAgain> {
	const target = await targetNamed(name);
	if (!target?.url) return { kind: 'stopped', why: 'no address' };
	const { url, user } = target;
	const secret = secretOf(target);
	const posted =
		name === 'lrs'
			? await postStatements({ url, user, secret }, [body as Statement])
			: await postMessage({ url, secret }, body as WebhookMessage);
	if (posted.kind === 'taken') return posted;
	if (posted.kind === 'conflict') return { kind: 'refused', why: '409 another statement has this id' };
	const isOurs = posted.kind === 'faulty' || posted.kind === 'culprit';
	return { kind: isOurs ? 'refused' : 'stopped', why: posted.why };
}
