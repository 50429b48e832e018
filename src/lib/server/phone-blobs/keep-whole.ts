import { createHash } from 'node:crypto';
import type { BlobType } from '$lib/domain/blob';
import { keepPart } from './keep-part';

/** Keeps a whole recording or picture as if her phone had sent it: for the example village. @returns its hash */
export async function keepWhole(learner: string, bytes: Uint8Array, type: BlobType): Promise<string> {
	const sha256 = createHash('sha256').update(bytes).digest('hex');
	const kept = await keepPart(learner, { sha256, type, from: 0, total: bytes.length, bytes });
	if (kept.kind !== 'kept') throw new Error(`not kept: ${kept.kind}`);
	return sha256;
}
