import { openQuestion } from '$lib/console/server/voices/open-voice';
import { recordingResponse } from '$lib/console/server/voices/recording-response';
import { staffOf } from '$lib/console/server/staff-of';
import { mediaResponse } from '$lib/studio/server/media-response';
import type { RequestHandler } from './$types';

/** A question, or its picture, for the expert who was asked. */
export const GET: RequestHandler = async ({ locals, params, request }) =>
	recordingResponse(request, {
		voice: await openQuestion(staffOf(locals), params.id),
		what: params.what,
		respond: mediaResponse
	});
