import { join } from 'node:path';
import { env } from '$lib/server/env';
import { blobs } from './blobs';
import type { Bundle, Checked } from './bundle';
import { checkBundle } from './check-bundle';
import { ClipShelf } from './clip-shelf';
import { importContent, type Imported } from './import-content';
import { narrateMissing } from './made-clips';
import { Pictures } from './pictures';
import { publish } from './publish';
import { readPublished } from './published';
import { readCurriculum } from './read-curriculum';
import { readLexicons } from './read-content';
import { readSource } from './read-source';

/**
 * Imports what somebody hands in: a curriculum, or courses and lessons in the source form. Texts without a clip are
 * narrated where the machine can; everything else is checked before that costs time.
 */
export async function importFile(input: unknown, rootDir = process.cwd()): Promise<Imported> {
	const read = readAnyForm(input);
	if (read.kind === 'faulty') return read;
	const contentDir = join(rootDir, 'content');
	const pictures = new Pictures(rootDir);
	const faults = checkBundle(read.value, {
		hasPicture: (description) => pictures.has(description),
		hasClip: () => true,
		courseOf: () => undefined
	});
	if (faults.length > 0) return { kind: 'faulty', faults };
	const clips = new ClipShelf(join(env.dataDir, 'clips'), new ClipShelf(join(contentDir, 'clips')));
	await narrateMissing(read.value, clips, readLexicons(contentDir));
	return importContent(read.value, { blobs: blobs(), pictures, clips, readPublished, publish });
}

/** The source form lists its lessons beside the courses; a curriculum has them inside. */
function readAnyForm(input: unknown): Checked<Bundle> {
	const isSource = typeof input === 'object' && input !== null && 'lessons' in input;
	return isSource ? readSource(input) : readCurriculum(input);
}
