import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BLOB_TYPES, type BlobType } from '$lib/domain/blob';
import { folderOf, nameOf } from './folder-of';

export type PhoneBlob = { type: BlobType; bytes: Buffer };

/** A recording or picture of hers by its hash, or undefined: it has not come yet, or was taken away. Ask first who may
 * hear or see it. */
export async function readPhoneBlob(learner: string, sha256: string): Promise<PhoneBlob | undefined> {
	if (!/^[0-9a-f]{64}$/.test(sha256)) return undefined;
	for (const type of Object.keys(BLOB_TYPES) as BlobType[]) {
		const bytes = await readFile(join(folderOf(learner), nameOf(sha256, type))).catch(absent);
		if (bytes) return { type, bytes };
	}
	return undefined;
}

function absent(cause: NodeJS.ErrnoException): undefined {
	if (cause.code !== 'ENOENT') throw cause;
}
