import { refuse } from '$lib/server/errors';
import { addressKey, rateLimits } from '$lib/server/rate-limit';

/** The answer to who asks for badges too often, or undefined: nobody finds one by trying ids. */
export async function askedTooOften(
	{ getClientAddress }: { getClientAddress: () => string },
	rule: 'badgeByAddress' | 'badgeListByAddress' = 'badgeByAddress'
): Promise<Response | undefined> {
	const wait = await rateLimits.take([rule, addressKey(getClientAddress())]);
	return wait ? refuse('too_many_tries', { 'retry-after': String(wait.retryAfterS) }) : undefined;
}
