import { refuse } from '$lib/server/errors';
import { readBlob } from '$lib/studio/server/blobs';
import { jsonResponse } from '$lib/studio/server/json-response';
import { readRecording } from '$lib/studio/server/recordings';
import type { RequestHandler } from './$types';

const NAME = /^([0-9a-f]{64})\.json$/;

export const GET: RequestHandler = async ({ request, params }) => {
	const [name, hash] = NAME.exec(params.file) ?? [];
	// A trick's lies with what goes when it is taken back.
	const bytes = name && ((await readBlob(name)) ?? (await readRecording(name)));
	if (!bytes || !hash) return refuse('practice_unknown');
	return jsonResponse(request, new Uint8Array(bytes), hash, { isForEver: true });
};
