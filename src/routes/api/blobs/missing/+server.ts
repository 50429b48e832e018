import * as v from 'valibot';
import { MAX_BLOBS_ASKED } from '$lib/domain/blob';
import { Sha256 } from '$lib/domain/media';
import { Ulid } from '$lib/domain/ulid';
import { readJson } from '$lib/server/body';
import { refuse } from '$lib/server/errors';
import { howMuchIsHere } from '$lib/server/phone-blobs';
import { phoneCalling } from '$lib/server/phone-calling';
import type { RequestHandler } from './$types';

const Call = v.object({ device: Ulid, blobs: v.pipe(v.array(Sha256), v.maxLength(MAX_BLOBS_ASKED)) });

/** Which of these the server does not have whole, and how much of each has come. */
export const POST: RequestHandler = async (event) => {
	const parsed = v.safeParse(Call, await readJson(event.request));
	if (!parsed.success) return refuse('malformed');
	const { device, blobs } = parsed.output;
	const phone = await phoneCalling(event, device, 'blobsByDevice');
	if (phone instanceof Response) return phone;
	const here = await howMuchIsHere(phone.learner, blobs);
	const missing = [...here].flatMap(([sha256, have]) => (have === 'whole' ? [] : [{ sha256, have }]));
	return Response.json({ missing }, { headers: { 'cache-control': 'no-store' } });
};
