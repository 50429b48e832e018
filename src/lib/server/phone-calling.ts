import type { RequestEvent } from '@sveltejs/kit';
import { refuse } from './errors';
import { addressKey, rateLimits, type RuleName } from './rate-limit';
import { learnerOf, type Learner } from './session';

/** The learner whose phone says it is `device`, or what it is told instead. Counts the call under this rule. */
export async function phoneCalling(
	event: Pick<RequestEvent, 'cookies' | 'url' | 'getClientAddress'>,
	device: string,
	rule: RuleName
): Promise<Learner | Response> {
	const who = await learnerOf(event, device);
	const wait = await rateLimits.take(
		who.kind === 'learner' ? [rule, device] : ['strangerByAddress', addressKey(event.getClientAddress())]
	);
	if (wait) return refuse('too_many_tries', { 'retry-after': String(wait.retryAfterS) });
	return who.kind === 'learner' ? who : refuse(who.kind);
}
