import { join } from 'node:path';
import { env } from '$lib/server/env';
import { BlobStore } from './blob-store';

/** The blob store of this server's data folder. */
export const blobs = (): BlobStore => new BlobStore(join(env.dataDir, 'blobs'));

/** A file of it, or undefined when there is none. */
export async function readBlob(name: string): Promise<Buffer | undefined> {
	return blobs()
		.read(name)
		.catch((cause: NodeJS.ErrnoException) => {
			if (cause.code === 'ENOENT') return undefined;
			throw cause;
		});
}
