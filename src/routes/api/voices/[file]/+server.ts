import { refuse } from '$lib/server/errors';
import { readBlob } from '$lib/studio/server/blobs';
import { currentlyPublished } from '$lib/studio/server/current';
import { jsonResponse } from '$lib/studio/server/json-response';
import type { RequestHandler } from './$types';

const NAME = /^([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\.json$/;

export const GET: RequestHandler = async ({ request, params }) => {
	const [, language = ''] = NAME.exec(params.file) ?? [];
	const { voices } = (await currentlyPublished()).published;
	const hash = Object.hasOwn(voices, language) ? voices[language] : undefined;
	const bytes = hash && (await readBlob(`${hash}.json`));
	if (!bytes) return refuse('media_unknown');
	return jsonResponse(request, new Uint8Array(bytes), hash);
};
