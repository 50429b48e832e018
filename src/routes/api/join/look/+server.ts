import * as v from 'valibot';
import { readJson } from '$lib/server/body';
import { refuse } from '$lib/server/errors';
import { learnerOfCard, ShownCard } from '$lib/server/join';
import { learnerOnPhone } from '$lib/server/repositories/learners';
import type { RequestHandler } from './$types';

/** Whom a card would open, so that she sees her picture before she says yes. */
export const POST: RequestHandler = async (event) => {
	const card = v.safeParse(ShownCard, await readJson(event.request));
	if (!card.success) return refuse('malformed');
	const learner = await learnerOfCard(event, card.output);
	if (learner instanceof Response) return learner;
	const { name, picture } = learner;
	const group = (await learnerOnPhone(learner.id))?.group ?? '';
	return Response.json(
		{ learner: { name, picture }, group: { name: group } },
		{ headers: { 'cache-control': 'no-store' } }
	);
};
