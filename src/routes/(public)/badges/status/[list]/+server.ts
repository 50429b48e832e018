import { answerPublic } from '$lib/badges/server/public-answer';
import { statusList } from '$lib/badges/server/status-list';
import { askedTooOften } from '$lib/badges/server/too-often';
import { refuse } from '$lib/server/errors';
import type { RequestHandler } from './$types';

/** Which badges were taken back: the signed list, as JSON or as a JWT. The same for everybody, so it tells nobody
 * which badge is being looked at. */
export const GET: RequestHandler = async (event) => {
	const { list } = event.params;
	const tooOften = await askedTooOften(event, 'badgeListByAddress');
	if (tooOften) return tooOften;
	if (list !== '1' && list !== '1.jwt') return refuse('not_found');
	const { json, jwt } = await statusList();
	return list === '1'
		? answerPublic(json, 'application/vc+ld+json')
		: answerPublic(jwt, 'application/vc+jwt');
};
