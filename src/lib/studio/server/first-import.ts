import { join } from 'node:path';
import { env } from '$lib/server/env';
import { log } from '$lib/server/log';
import { BlobStore } from './blob-store';
import { bundledDigest } from './bundled-digest';
import { ClipShelf } from './clip-shelf';
import { importContent } from './import-content';
import { isAllThere } from './is-all-there';
import { Pictures } from './pictures';
import { publish } from './publish';
import { readPublished } from './published';
import { readContent, readInterfaceTexts } from './read-content';

/** Longer work than this says how far it is. */
const PROGRESS_EVERY_MS = 2000;

/**
 * Publishes the content/ that the program brings along, through the same door as every later import. Content that
 * is published already costs a digest and a look at the files. Faults stop the start: they are in the repository.
 */
export async function importBundledContent(rootDir = process.cwd()): Promise<void> {
	const blobs = new BlobStore(join(env.dataDir, 'blobs'));
	const digest = bundledDigest(rootDir);
	const before = await readPublished();
	if (before?.digest === digest && (await isAllThere(before, blobs))) return;
	const contentDir = join(rootDir, 'content');
	const read = readContent(contentDir);
	if (read.kind === 'faulty') throw new Error(`content/ is faulty:\n${read.faults.join('\n')}`);
	const result = await importContent(read.value, {
		blobs,
		pictures: new Pictures(rootDir),
		// What people recorded here stands before the clips that come along, also after an update.
		clips: new ClipShelf(join(env.dataDir, 'clips'), new ClipShelf(join(contentDir, 'clips'))),
		readPublished,
		publish,
		bundled: { digest, interfaceTexts: readInterfaceTexts(contentDir) },
		onProgress: progress()
	});
	if (result.kind === 'faulty') throw new Error(`content/ is faulty:\n${result.faults.join('\n')}`);
	log.info({ imported: result.imported, unchanged: result.unchanged }, 'lessons imported');
}

function progress(now = Date.now): (done: number, total: number) => void {
	let saidAtMs = now();
	return (done, total) => {
		if (now() - saidAtMs < PROGRESS_EVERY_MS) return;
		saidAtMs = now();
		process.stderr.write(`Importing lessons: ${done} of ${total} clips\n`);
	};
}
