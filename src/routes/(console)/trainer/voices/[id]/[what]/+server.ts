import { openVoice } from '$lib/console/server/voices/open-voice';
import { recordingResponse } from '$lib/console/server/voices/recording-response';
import { staffOf } from '$lib/console/server/staff-of';
import { mediaResponse } from '$lib/studio/server/media-response';
import type { RequestHandler } from './$types';

/** What she said, or her picture, for those who look after her. */
export const GET: RequestHandler = async ({ locals, params, request }) =>
	recordingResponse(request, {
		voice: await openVoice(staffOf(locals), params.id),
		what: params.what,
		respond: mediaResponse
	});
