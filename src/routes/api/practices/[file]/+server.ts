import { refuse } from '$lib/server/errors';
import { readBlob } from '$lib/studio/server/blobs';
import { jsonResponse } from '$lib/studio/server/json-response';
import type { RequestHandler } from './$types';

const NAME = /^([0-9a-f]{64})\.json$/;

export const GET: RequestHandler = async ({ request, params }) => {
	const [name, hash] = NAME.exec(params.file) ?? [];
	const bytes = name && (await readBlob(name));
	if (!bytes || !hash) return refuse('practice_unknown');
	return jsonResponse(request, new Uint8Array(bytes), hash, { isForEver: true });
};
