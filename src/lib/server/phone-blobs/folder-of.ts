import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { BLOB_TYPES, type BlobType } from '$lib/domain/blob';
import { env } from '../env';

/** What has come of a file, but not to its end. */
export const PART = '.part';
/** What was here and was taken away. */
export const GONE = '.gone';

/** A woman's folder. By woman, so that a hash that another one names opens nothing, and all of hers can go at once. */
export function folderOf(learner: string): string {
	if (!/^[a-z0-9]{15}$/.test(learner)) throw new Error('not the id of a learner');
	return join(env.dataDir, 'from-phones', learner);
}

export const nameOf = (sha256: string, type: BlobType): string => `${sha256}.${BLOB_TYPES[type]}`;

/** The names in her folder; none when there is none. */
export async function namesOf(learner: string): Promise<string[]> {
	return readdir(folderOf(learner)).catch((cause: NodeJS.ErrnoException) => {
		if (cause.code === 'ENOENT') return [];
		throw cause;
	});
}

/** Bytes of a file of hers; 0 when it is not there. */
export async function sizeOf(learner: string, name: string): Promise<number> {
	return stat(join(folderOf(learner), name)).then(
		({ size }) => size,
		() => 0
	);
}
