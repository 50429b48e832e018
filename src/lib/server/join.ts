import type { RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { refuse } from './errors';
import { cardPepper } from './pepper';
import { addressKey, rateLimits, type Use } from './rate-limit';
import { learnerByCard, type Learner } from './repositories/learners';
import { hashOfCard } from './secrets';

const Secret = v.object({ secret: v.pipe(v.string(), v.regex(/^[\w-]{22}$/)) });
/** Typed by hand: spaces and hyphens between the digits are hers to choose. */
const Code = v.object({
	code: v.pipe(
		v.string(),
		v.maxLength(40),
		v.transform((typed) => typed.replace(/[\s.-]/g, '')),
		v.regex(/^\d{8}$/)
	)
});
export const ShownCard = v.union([Secret, Code]);
export type ShownCard = v.InferOutput<typeof ShownCard>;

/** Whose card this is; or the answer to who guesses, shows a revoked one, or tries too often. */
export async function learnerOfCard(event: RequestEvent, card: ShownCard): Promise<Learner | Response> {
	const hash = hashOfCard('secret' in card ? card.secret : card.code, cardPepper());
	const guesses: Use[] = [['joinByAddress', addressKey(event.getClientAddress())]];
	if ('code' in card) guesses.push(['joinByCode', 'all']);
	const wait = await rateLimits.take(...guesses, ['joinByCard', hash]);
	if (wait) return refuse('too_many_tries', { 'retry-after': String(wait.retryAfterS) });

	const learner = await learnerByCard(card);
	if (!learner) return refuse('join_unknown');
	await rateLimits.giveBack(...guesses);
	return learner.cardRevoked ? refuse('join_revoked') : learner;
}
