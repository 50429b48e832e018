import { rm } from 'node:fs/promises';
import { recordings } from '../recordings';

const OWN = /^[0-9a-f]{64}\.(ogg|webp|json)$/;

/** Deletes a trick's own files: recordings, photographs, its practice. Drawings and clips that are everybody's lie elsewhere. */
export async function forgetScam(names: Iterable<string>): Promise<void> {
	for (const name of names) if (OWN.test(name)) await rm(recordings().pathOf(name), { force: true });
}
