import { achievementOf } from '$lib/badges/achievement';
import { alignmentOf } from '$lib/badges/credential';
import { answerPublic } from '$lib/badges/server/public-answer';
import { askedTooOften } from '$lib/badges/server/too-often';
import { refuse } from '$lib/server/errors';
import { currentCatalog } from '$lib/server/repositories/catalog';
import type { RequestHandler } from './$types';

/** What a badge is given for, where its credential says that it stands. */
export const GET: RequestHandler = async (event) => {
	const tooOften = await askedTooOften(event);
	if (tooOften) return tooOften;
	const {
		params: { slug },
		url
	} = event;
	const achievement = achievementOf(await currentCatalog(), slug);
	if (!achievement) return refuse('not_found');
	const { name, nameEn, description, criteria, alignments } = achievement;
	return answerPublic(
		JSON.stringify({
			id: url.origin + url.pathname,
			type: ['Achievement'],
			achievementType: 'Badge',
			name,
			'name@en': nameEn,
			description,
			criteria: { narrative: criteria },
			...alignmentOf(alignments)
		}),
		'application/json'
	);
};
