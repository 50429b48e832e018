import { refuse } from '$lib/server/errors';
import { readBlob } from '$lib/studio/server/blobs';
import { jsonResponse } from '$lib/studio/server/json-response';
import { readRecording } from '$lib/studio/server/recordings';
import type { RequestHandler } from './$types';

const NAME = /^([0-9a-f]{64})\.json$/;

const PRIVATE = 'private, max-age=31536000, immutable';

export const GET: RequestHandler = async ({ request, params }) => {
	const [name, hash] = NAME.exec(params.file) ?? [];
	if (!name || !hash) return refuse('practice_unknown');
	const bytes = await readBlob(name);
	if (bytes) return jsonResponse(request, new Uint8Array(bytes), hash, { isForEver: true });
	// A trick's lies with what goes when it is taken back: no cache between keeps it.
	const trick = await readRecording(name);
	if (!trick) return refuse('practice_unknown');
	return jsonResponse(request, new Uint8Array(trick), hash, { headers: { 'cache-control': PRIVATE } });
};
