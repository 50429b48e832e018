import * as v from 'valibot';
import { signedBadge } from '$lib/badges/server/signed-badge';
import { askedTooOften } from '$lib/badges/server/too-often';
import type { SignedBadge } from '$lib/domain/badge';
import { Ulid } from '$lib/domain/event';
import { refuse } from '$lib/server/errors';
import { learnerOf } from '$lib/server/session';
import type { RequestHandler } from './$types';

/** Her own badge for her own phone: with it comes the salt that opens her name in it. */
export const GET: RequestHandler = async (event) => {
	const tooOften = await askedTooOften(event);
	if (tooOften) return tooOften;
	const device = event.url.searchParams.get('device');
	if (!v.is(Ulid, device)) return refuse('malformed');
	const who = await learnerOf(event, device);
	if (who.kind !== 'learner') return refuse(who.kind);
	const badge = await signedBadge(event.params.id);
	if (badge?.learner !== who.learner) return refuse('badge_unknown');
	const { jwt, holder, nameSalt } = badge;
	const answer: SignedBadge = { jwt, holder, nameSalt };
	return Response.json(answer, { headers: { 'cache-control': 'no-store' } });
};
