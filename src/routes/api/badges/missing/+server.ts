import * as v from 'valibot';
import { awardsOf, missingFor } from '$lib/domain/badge';
import { Ulid } from '$lib/domain/event';
import { refuse } from '$lib/server/errors';
import { currentCatalog } from '$lib/server/repositories/catalog';
import { practicesOf } from '$lib/server/repositories/practices';
import { progressOf } from '$lib/server/repositories/progress';
import { learnerOf } from '$lib/server/session';
import type { RequestHandler } from './$types';

/** What this server's own fold still lacks for a badge that her phone believes earned: slugs of lessons. */
export const GET: RequestHandler = async (event) => {
	const { searchParams } = event.url;
	const device = searchParams.get('device');
	if (!v.is(Ulid, device)) return refuse('malformed');
	const who = await learnerOf(event, device);
	if (who.kind !== 'learner') return refuse(who.kind);
	const award = awardsOf(await currentCatalog()).find(({ slug }) => slug === searchParams.get('badge'));
	if (!award) return refuse('badge_unknown');
	const practised = new Set((await practicesOf(who.learner)).map(({ lesson }) => lesson));
	const missing = missingFor(award, await progressOf(who.learner), practised);
	const lessons = [...new Set(missing.map(({ lesson }) => lesson))];
	return Response.json({ lessons }, { headers: { 'cache-control': 'no-store' } });
};
