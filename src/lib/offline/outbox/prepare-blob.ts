import { blobType, MAX_BLOB_BYTES, type BlobType } from '../../domain/blob';
import { sha256 } from '../sha256';
import type { Trouble } from '../trouble';

/** A recording or picture, named, before it is kept. */
export type Prepared = { sha256: string; mime: BlobType; bytes: number; blob: Blob };
export type Unfit = { kind: 'unfit'; why: 'empty' | 'too_large' | 'type' };

/** Names a recording or picture by its bytes. Do it before any transaction: hashing would end one. */
export async function prepareBlob(blob: Blob): Promise<({ kind: 'prepared' } & Prepared) | Unfit | Trouble> {
	const mime = blobType(blob.type);
	if (!mime) return { kind: 'unfit', why: 'type' };
	if (blob.size === 0) return { kind: 'unfit', why: 'empty' };
	if (blob.size > MAX_BLOB_BYTES) return { kind: 'unfit', why: 'too_large' };
	const bytes = await blob.arrayBuffer();
	const hash = await sha256(bytes);
	if (!hash) return { kind: 'trouble', code: 'unavailable' };
	// A copy of its own: a picked file may be changed or go with its memory card before it is sent.
	return {
		kind: 'prepared',
		sha256: hash,
		mime,
		bytes: bytes.byteLength,
		blob: new Blob([bytes], { type: mime })
	};
}
