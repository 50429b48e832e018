import * as v from 'valibot';
import { blobType, MAX_BLOB_BYTES } from '$lib/domain/blob';
import { Sha256 } from '$lib/domain/media';
import { Ulid } from '$lib/domain/ulid';
import { refuse } from '$lib/server/errors';
import { keepPart } from '$lib/server/phone-blobs';
import { phoneCalling } from '$lib/server/phone-calling';
import { blobCame } from '$lib/server/stalls/blob-came';
import type { RequestHandler } from './$types';

/** A recording or picture, or a part of one, from a phone. Any part may come twice; the answer says how much is here,
 * and so where to go on. */
export const PUT: RequestHandler = async (event) => {
	const { request, params, url } = event;
	const device = url.searchParams.get('device');
	if (!v.is(Sha256, params.sha256) || !v.is(Ulid, device)) return refuse('malformed');
	const phone = await phoneCalling(event, device, 'blobsByDevice');
	if (phone instanceof Response) return phone;
	const type = blobType(request.headers.get('content-type') ?? '');
	if (!type) return refuse('blob_type');
	const bytes = new Uint8Array(await request.arrayBuffer());
	const range = rangeOf(request.headers.get('content-range'), bytes.length);
	if (!range) return refuse('malformed');
	if (range.total > MAX_BLOB_BYTES) return refuse('too_large');
	const kept = await keepPart(phone.learner, { sha256: params.sha256, type, bytes, ...range });
	if (kept.kind !== 'kept') return refuse(kept.kind);
	if (kept.have === range.total) await blobCame(phone.learner);
	return Response.json({ have: kept.have }, { headers: { 'cache-control': 'no-store' } });
};

/** From where the bytes go in a file of what length; without a range they are the whole of it. */
function rangeOf(header: string | null, length: number): { from: number; total: number } | undefined {
	if (length === 0) return undefined;
	if (header === null) return { from: 0, total: length };
	const [, from, to, total] = (/^bytes (\d{1,9})-(\d{1,9})\/(\d{1,9})$/.exec(header) ?? []).map(Number);
	if (from === undefined || to === undefined || total === undefined) return undefined;
	return to - from + 1 === length && to < total ? { from, total } : undefined;
}
