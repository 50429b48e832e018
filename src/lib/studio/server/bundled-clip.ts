import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readClipIndex } from './clip-index';

/** A clip of content/clips with this text, as a file; for the example village. @throws {Error} when there is none */
export async function bundledClip(language: string, text: string): Promise<{ bytes: Buffer; ms: number }> {
	const folder = join(process.cwd(), 'content', 'clips');
	const found = readClipIndex(folder, language)[text];
	if (!found) throw new Error(`There is no clip of "${text}".`);
	return { bytes: await readFile(join(folder, language, found.clip.slice(0, 2), found.clip)), ms: found.ms };
}
