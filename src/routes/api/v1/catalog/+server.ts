import { answerApi } from '$lib/server/interop/api/answer-api';
import { readCatalog } from '$lib/server/interop/api/read-catalog';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => answerApi('catalog', event, readCatalog);
