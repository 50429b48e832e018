import * as v from 'valibot';
import { awardsOf, evidenceOf, lessonsIn, missingFor } from '$lib/domain/badge';
import { Ulid } from '$lib/domain/event';
import { refuse } from '$lib/server/errors';
import { currentCatalog } from '$lib/server/repositories/catalog';
import { doneBeside } from '$lib/server/repositories/done-beside';
import { progressOf } from '$lib/server/repositories/progress';
import { learnerOf } from '$lib/server/session';
import type { RequestHandler } from './$types';

/** What this server's own fold still lacks for a badge that her phone believes earned: slugs of lessons, and kinds of
 * evidence. */
export const GET: RequestHandler = async (event) => {
	const { searchParams } = event.url;
	const device = searchParams.get('device');
	if (!v.is(Ulid, device)) return refuse('malformed');
	const who = await learnerOf(event, device);
	if (who.kind !== 'learner') return refuse(who.kind);
	const award = awardsOf(await currentCatalog()).find(({ slug }) => slug === searchParams.get('badge'));
	if (!award) return refuse('badge_unknown');
	const done = await doneBeside(who.learner, [award]);
	const missing = missingFor(award, await progressOf(who.learner), done);
	const answer = { lessons: lessonsIn(missing), evidence: evidenceOf(missing) };
	return Response.json(answer, { headers: { 'cache-control': 'no-store' } });
};
