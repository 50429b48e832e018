import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Clip } from './narrate/narrate';

/** One language's clips by the text that each says: the text is the key, so a clip is bound to it. */
export type ClipIndex = Record<string, Clip>;

export function readClipIndex(clipsDir: string, language: string): ClipIndex {
	return JSON.parse(readIfThere(join(clipsDir, `${language}.json`)) ?? '{}') as ClipIndex;
}

/** Where a clip's bytes lie. A person's recording is named by the text that it says, so that whoever records need
 * not know anything else; synthetic ones are named by their bytes. */
export function clipPath(clipsDir: string, language: string, text: string, clip: Clip): string {
	if (clip.voice === 'person') return join(clipsDir, language, 'person', personName(text));
	return join(clipsDir, language, clip.clip.slice(0, 2), clip.clip);
}

export const personName = (text: string): string => `${createHash('sha256').update(text).digest('hex')}.ogg`;

function readIfThere(path: string): string | undefined {
	try {
		return readFileSync(path, 'utf8');
	} catch (cause) {
		if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
		throw cause;
	}
}
