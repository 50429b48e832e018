import { answerApi } from '$lib/server/interop/api/answer-api';
import { readProgress } from '$lib/server/interop/api/read-progress';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => answerApi('progress', event, readProgress);
