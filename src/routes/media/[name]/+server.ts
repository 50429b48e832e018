import * as v from 'valibot';
import { MediaName } from '$lib/domain/media';
import { refuse } from '$lib/server/errors';
import { readBlob } from '$lib/studio/server/blobs';
import { mediaResponse } from '$lib/studio/server/media-response';
import { readRecording } from '$lib/studio/server/recordings';
import type { RequestHandler } from './$types';

const answer: RequestHandler = async ({ request, params: { name } }) => {
	if (!v.is(MediaName, name)) return refuse('media_unknown');
	const bytes = await readBlob(name);
	if (bytes) return mediaResponse(request, name, bytes);
	const recording = await readRecording(name);
	if (!recording) return refuse('media_unknown');
	const answer = await mediaResponse(request, name, recording);
	// For some and not for all: no cache between keeps it.
	answer.headers.set('cache-control', 'private, max-age=31536000, immutable, no-transform');
	return answer;
};

export const GET = answer;
// SvelteKit would read a HEAD's body to count it, and lose what `mediaResponse` says of ranges.
export const HEAD = answer;
