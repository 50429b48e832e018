import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { env } from '$lib/server/env';
import { newPublicId } from '$lib/server/secrets';
import { writeWhole } from '../keep-clips';

/** Lessons that were handed in and are not published: the file as it came, and who brought it. */
export type Draft = { id: string; name: string; by: string; atMs: number; isPack: boolean };

const ID = /^[a-z0-9]{15}$/;
const dir = () => join(env.dataDir, 'drafts');
const pathOf = (id: string, ending: 'json' | 'file') => join(dir(), `${id}.${ending}`);

export async function keepDraft(draft: Omit<Draft, 'id'>, bytes: Uint8Array): Promise<Draft> {
	const id = newPublicId(15);
	await writeWhole(pathOf(id, 'file'), bytes);
	// The file first: a draft that is listed is whole.
	await writeWhole(pathOf(id, 'json'), JSON.stringify({ ...draft, id }));
	return { ...draft, id };
}

export async function readDraft(id: string): Promise<{ draft: Draft; bytes: Buffer } | undefined> {
	if (!ID.test(id)) return undefined;
	try {
		const draft = JSON.parse(await readFile(pathOf(id, 'json'), 'utf8')) as Draft;
		return { draft, bytes: await readFile(pathOf(id, 'file')) };
	} catch (cause) {
		if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
		throw cause;
	}
}

/** The newest first. */
export async function listDrafts(): Promise<Draft[]> {
	const names = await readdir(dir()).catch(() => []);
	const ids = names.filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length));
	const drafts = await Promise.all(ids.map(async (id) => (await readDraft(id))?.draft));
	return drafts.flatMap((draft) => draft ?? []).sort((a, b) => b.atMs - a.atMs);
}

export async function dropDraft(id: string): Promise<void> {
	if (!ID.test(id)) return;
	await rm(pathOf(id, 'json'), { force: true });
	await rm(pathOf(id, 'file'), { force: true });
}
