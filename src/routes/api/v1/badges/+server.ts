import { answerApi } from '$lib/server/interop/api/answer-api';
import { readBadges } from '$lib/server/interop/api/read-badges';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
	answerApi('badges', event, (token) =>
		readBadges(event.url, { withNames: token?.scopes.includes('names') === true })
	);
