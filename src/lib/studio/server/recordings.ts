import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { env } from '$lib/server/env';
import { MediaName } from '$lib/domain/media';
import { BlobStore } from './blob-store';

/** What people recorded for some and not for all (docs/decisions/0022): in no pack and no list, and it can go. */
export const recordings = (): BlobStore => new BlobStore(join(env.dataDir, 'recordings'));

/** A recording, or undefined when there is none. */
export async function readRecording(name: string): Promise<Buffer | undefined> {
	return recordings()
		.read(name)
		.catch((cause: NodeJS.ErrnoException) => {
			if (cause.code === 'ENOENT') return undefined;
			throw cause;
		});
}

/** Deletes recordings that nothing names any more. A name that is none of a recording is left alone. */
export async function forgetRecordings(names: Iterable<string>): Promise<void> {
	for (const name of names) if (v.is(MediaName, name)) await rm(recordings().pathOf(name), { force: true });
}
