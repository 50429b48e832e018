import { join } from 'node:path';
import { env } from '$lib/server/env';
import { blobs } from './blobs';
import type { Bundle, Checked } from './bundle';
import { checkBundle } from './check-bundle';
import { ClipShelf } from './clip-shelf';
import { importContent, takenBy, type Imported } from './import-content';
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
	const checked = await checkFile(input, rootDir);
	if (checked.kind === 'faulty') return checked;
	const bundle = checked.value;
	const clips = clipsHere(rootDir);
	await narrateMissing(bundle, clips, readLexicons(join(rootDir, 'content')));
	return importContent(bundle, {
		blobs: blobs(),
		pictures: new Pictures(rootDir),
		clips,
		readPublished,
		publish
	});
}

/** Reads and checks what somebody hands in, all but whether each text has a clip. */
export async function checkFile(input: unknown, rootDir = process.cwd()): Promise<Checked<Bundle>> {
	const read = readAnyForm(input);
	if (read.kind === 'faulty') return read;
	const pictures = new Pictures(rootDir);
	const taken = takenBy((await readPublished())?.catalog, read.value);
	const faults = checkBundle(read.value, {
		hasPicture: (description) => pictures.has(description),
		hasClip: () => true,
		courseOf: (lesson) => taken.get(lesson)
	});
	return faults.length > 0 ? { kind: 'faulty', faults } : read;
}

/** What was recorded or narrated on this server, and behind it what comes with the program. */
export const clipsHere = (rootDir = process.cwd()): ClipShelf =>
	new ClipShelf(join(env.dataDir, 'clips'), new ClipShelf(join(rootDir, 'content', 'clips')));

/** The source form lists its lessons beside the courses; a curriculum has them inside. */
function readAnyForm(input: unknown): Checked<Bundle> {
	const isSource = typeof input === 'object' && input !== null && 'lessons' in input;
	return isSource ? readSource(input) : readCurriculum(input);
}
