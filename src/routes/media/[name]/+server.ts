import * as v from 'valibot';
import { MediaName } from '$lib/domain/media';
import { refuse } from '$lib/server/errors';
import { readBlob } from '$lib/studio/server/blobs';
import { mediaResponse } from '$lib/studio/server/media-response';
import type { RequestHandler } from './$types';

const answer: RequestHandler = async ({ request, params: { name } }) => {
	const bytes = v.is(MediaName, name) ? await readBlob(name) : undefined;
	return bytes ? mediaResponse(request, name, bytes) : refuse('media_unknown');
};

export const GET = answer;
// SvelteKit would read a HEAD's body to count it, and lose what `mediaResponse` says of ranges.
export const HEAD = answer;
