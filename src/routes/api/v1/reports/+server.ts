import { answerApi } from '$lib/server/interop/api/answer-api';
import { readReports } from '$lib/server/interop/api/read-reports';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => answerApi('reports', event, () => readReports(event.url));
