import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { folderOf, GONE, namesOf } from './folder-of';

/** Deletes recordings and pictures of hers for good, whole or begun. An empty file stays in the place of each: the phone
 * asks what the server lacks, and would send it again. */
export async function forgetPhoneBlobs(learner: string, hashes: Iterable<string>): Promise<void> {
	const gone = new Set(hashes);
	if (gone.size === 0) return;
	await mkdir(folderOf(learner), { recursive: true, mode: 0o700 });
	for (const hash of gone) await writeFile(join(folderOf(learner), `${hash}${GONE}`), '');
	for (const name of await namesOf(learner)) {
		const isHers = gone.has(name.slice(0, name.indexOf('.')));
		if (isHers && !name.endsWith(GONE)) await rm(join(folderOf(learner), name), { force: true });
	}
}
