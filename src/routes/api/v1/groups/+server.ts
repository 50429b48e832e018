import { answerApi } from '$lib/server/interop/api/answer-api';
import { readGroups } from '$lib/server/interop/api/read-groups';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => answerApi('groups', event, readGroups);
