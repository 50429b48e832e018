import { blobs } from '../blobs';
import { importContent, type Imported } from '../import-content';
import { clipsHere } from '../import-file';
import { importPack } from '../pack/import-pack';
import { Pictures } from '../pictures';
import { publish } from '../publish';
import { readPublished } from '../published';
import type { Opened } from './open-draft';

/** Publishes a draft as it was looked at: what is mute is refused, nothing is narrated behind anybody's back. */
export function publishDraft(opened: Opened): Promise<Imported> {
	const deps = { blobs: blobs(), readPublished, publish };
	if (opened.kind === 'pack') return importPack(opened.pack, deps);
	const pictures = new Pictures(process.cwd());
	return importContent(opened.bundle, { ...deps, pictures, clips: clipsHere() });
}
