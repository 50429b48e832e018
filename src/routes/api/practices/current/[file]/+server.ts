import { lessonsOf } from '$lib/domain/course';
import { refuse } from '$lib/server/errors';
import { readBlob } from '$lib/studio/server/blobs';
import { currentlyPublished } from '$lib/studio/server/current';
import { jsonResponse } from '$lib/studio/server/json-response';
import type { RequestHandler } from './$types';

const NAME = /^([a-z0-9-]{1,60})\.json$/;

/** The practice of a lesson as it is now, for a phone that has no catalogue yet. */
export const GET: RequestHandler = async ({ request, params }) => {
	const [, slug] = NAME.exec(params.file) ?? [];
	const { catalog } = (await currentlyPublished()).published;
	const lesson = catalog.courses.flatMap(lessonsOf).find((listed) => listed.slug === slug);
	const hash = lesson?.practice?.hash;
	const bytes = hash && (await readBlob(`${hash}.json`));
	if (!hash || !bytes) return refuse('practice_unknown');
	return jsonResponse(request, new Uint8Array(bytes), hash, { headers: { 'x-practice-hash': hash } });
};
