import { randomBytes } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readClipIndex, type ClipIndex } from './clip-index';

const line: { last: Promise<unknown> } = { last: Promise.resolve() };

/**
 * Adds clips to a folder's index, whose files lie there already. The index is read again each time and written by one
 * at a time: two imports at once, or an import and a recording, lose nothing of each other. A synthetic clip never takes
 * the place of a person's.
 */
export function keepClips(clipsDir: string, language: string, clips: ClipIndex): Promise<void> {
	const run = line.last.then(async () => {
		const index = readClipIndex(clipsDir, language);
		for (const [text, clip] of Object.entries(clips)) {
			const isPersons = Object.hasOwn(index, text) && index[text]?.voice === 'person';
			if (!isPersons || clip.voice === 'person') index[text] = clip;
		}
		await writeWhole(join(clipsDir, `${language}.json`), JSON.stringify(index, null, '\t'));
	});
	line.last = run.catch(() => undefined);
	return run;
}

/** A file that is there whole or as it was. */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
	await mkdir(dirname(path), { recursive: true });
	const unfinished = `${path}.${randomBytes(4).toString('hex')}.new`;
	await writeFile(unfinished, content);
	await rename(unfinished, path);
}
