import { env } from '$lib/server/env';
import { answerApi } from '$lib/server/interop/api/answer-api';
import { readProfile } from '$lib/server/interop/api/read-profile';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
	answerApi('xapi', event, () => Promise.resolve(readProfile(env.linkOrigin)));
