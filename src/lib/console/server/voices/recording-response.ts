import { refuse } from '$lib/server/errors';
import { readPhoneBlob } from '$lib/server/phone-blobs';
import type { HeardVoice } from '$lib/server/repositories/voices';

type Respond = (request: Request, name: string, bytes: Buffer) => Promise<Response>;

/** The recording or the picture of a voice, for who was let in to it. No cache between keeps it. */
export async function recordingResponse(
	request: Request,
	{ voice, what, respond }: { voice: HeardVoice; what: string; respond: Respond }
): Promise<Response> {
	const hash = what === 'sound' ? voice.blob : what === 'picture' ? voice.picture : '';
	const found = hash && !voice.takenDownAtMs ? await readPhoneBlob(voice.learner, hash) : undefined;
	if (!found) return refuse('media_unknown');
	const answer = await respond(request, `${hash}.blob`, found.bytes);
	answer.headers.set('content-type', found.type);
	answer.headers.set('cache-control', 'private, no-store');
	return answer;
}
