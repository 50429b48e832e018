import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { env } from '$lib/server/env';
import { newPublicId } from '$lib/server/secrets';
import type { Column } from '../../import/columns';
import type { Choice } from './plan';
import type { Table } from './read-file';

/** A list that was handed in and is not carried out: it waits for a day, for whoever brought it. */
export type Draft = {
	id: string;
	owner: string;
	fileName: string;
	atMs: number;
	columns: (Column | '')[];
	/** The group of rows that name none. */
	group: string;
	/** Where new groups are: a code of a place, of those of a manager. */
	place: string;
	choices: Record<string, Choice>;
	usual: 'new' | 'skip' | 'same' | '';
	/** What a person said that words of a place mean: a code, or `none`. */
	meant: Record<string, string>;
	/** Of all places that nobody was asked of or answered: words are all that is known. */
	meantUsual: 'none' | '';
	leaveFaulty: boolean;
	note: 'closed' | 'changed' | 'failed' | '';
};
export type DraftChange = Partial<Omit<Draft, 'id' | 'owner' | 'fileName' | 'atMs'>>;

const KEEP_MS = 24 * 3600_000;
/** Somebody who tries a file again and again fills no disk. */
const MOST = 10;
const ID = /^[a-z0-9]{15}$/;
const dir = () => join(env.dataDir, 'imports');
const pathOf = (id: string, what: 'draft' | 'table') => join(dir(), `${id}.${what}.json`);

async function write(path: string, value: unknown): Promise<void> {
	await mkdir(dir(), { recursive: true, mode: 0o700 });
	const whole = `${path}.${newPublicId(6)}`;
	await writeFile(whole, JSON.stringify(value), { mode: 0o600 });
	await rename(whole, path);
}

const read = async <T>(path: string): Promise<T | null> =>
	readFile(path, 'utf8').then(
		(text) => JSON.parse(text) as T,
		(cause: NodeJS.ErrnoException) => {
			if (cause.code === 'ENOENT') return null;
			throw cause;
		}
	);

export async function keepDraft(
	owner: string,
	fileName: string,
	table: Table,
	group: string
): Promise<Draft> {
	const draft: Draft = {
		...{ id: newPublicId(15), owner, fileName, atMs: Date.now(), columns: table.columns, group, place: '' },
		...{ choices: {}, usual: '', meant: {}, meantUsual: '', leaveFaulty: false, note: '' }
	};
	// The table first: a draft that is listed is whole.
	await write(pathOf(draft.id, 'table'), table);
	await write(pathOf(draft.id, 'draft'), draft);
	for (const { id } of (await draftsOf(owner)).slice(MOST)) await dropDraft(id);
	// What nobody looks at again goes as well.
	setTimeout(() => void dropDraft(draft.id), KEEP_MS).unref();
	return draft;
}

/** The draft, when it is hers and not a day old; null otherwise. */
export async function draftOf(owner: string, id: string, now = Date.now()): Promise<Draft | null> {
	if (!ID.test(id)) return null;
	const draft = await read<Draft>(pathOf(id, 'draft'));
	return draft?.owner === owner && now - draft.atMs < KEEP_MS ? draft : null;
}

export const tableOf = (draft: Draft): Promise<Table | null> => read<Table>(pathOf(draft.id, 'table'));

export async function changeDraft(draft: Draft, change: DraftChange): Promise<void> {
	await write(pathOf(draft.id, 'draft'), { ...draft, ...change });
}

export async function dropDraft(id: string): Promise<void> {
	if (!ID.test(id)) return;
	await Promise.all((['draft', 'table'] as const).map((what) => rm(pathOf(id, what), { force: true })));
}

/** Hers, the newest first. Whatever is older than a day is taken away, whoever brought it. */
export async function draftsOf(owner: string, now = Date.now()): Promise<Draft[]> {
	const names = await readdir(dir()).catch(() => [] as string[]);
	const ids = names.flatMap((name) => /^([a-z0-9]{15})\.draft\.json$/.exec(name)?.[1] ?? []);
	const drafts = (await Promise.all(ids.map((id) => read<Draft>(pathOf(id, 'draft'))))).flatMap(
		(draft) => draft ?? []
	);
	await Promise.all(drafts.filter(({ atMs }) => now - atMs >= KEEP_MS).map(({ id }) => dropDraft(id)));
	return drafts
		.filter((draft) => draft.owner === owner && now - draft.atMs < KEEP_MS)
		.sort((a, b) => b.atMs - a.atMs);
}
