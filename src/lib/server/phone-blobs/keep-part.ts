import { createHash } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isOfType, type BlobType } from '$lib/domain/blob';
import { folderOf, nameOf, PART, sizeOf } from './folder-of';
import { howMuchIsHere } from './how-much-is-here';
import { inTurn } from './in-turn';
import { roomLeft } from './room-left';

export type Part = { sha256: string; type: BlobType; from: number; total: number; bytes: Uint8Array };
/** `kept`: the server has this many bytes of it from its beginning. `full`: no more of hers is taken. */
export type KeptPart = { kind: 'kept'; have: number } | { kind: 'blob_type' | 'blob_damaged' | 'blobs_full' };

/**
 * Keeps a part of what a phone sends. Any part may come twice; one that leaves a gap is not kept, and the answer says
 * where to go on. The last one makes it whole: compared with its hash, forced to the disk, renamed. So it is either
 * there whole or not there, whenever the server dies.
 */
export function keepPart(learner: string, part: Part): Promise<KeptPart> {
	return inTurn(`${learner}/${part.sha256}`, () => keep(learner, part));
}

async function keep(learner: string, { sha256, type, from, total, bytes }: Part): Promise<KeptPart> {
	const here = (await howMuchIsHere(learner, [sha256])).get(sha256);
	if (here === 'whole') return { kind: 'kept', have: total };
	if (from === 0 && !isOfType(bytes, type)) return { kind: 'blob_type' };
	const name = `${nameOf(sha256, type)}${PART}`;
	const before = await sizeOf(learner, name);
	if (from > before) return { kind: 'kept', have: before };
	if (before === 0 && (await roomLeft(learner)) < total) return { kind: 'blobs_full' };
	const have = await write(learner, name, { from, bytes });
	return have < total ? { kind: 'kept', have } : finish(learner, { sha256, type, total, name });
}

async function write(
	learner: string,
	name: string,
	{ from, bytes }: Pick<Part, 'from' | 'bytes'>
): Promise<number> {
	const folder = folderOf(learner);
	await mkdir(folder, { recursive: true, mode: 0o700 });
	// Cut at where this part begins: what came after it, under another idea of the file, is not trusted.
	const file = await open(join(folder, name), from === 0 ? 'w' : 'r+', 0o600);
	try {
		await file.truncate(from);
		await file.write(bytes, 0, bytes.length, from);
		await file.datasync();
	} finally {
		await file.close();
	}
	return from + bytes.length;
}

type Whole = Pick<Part, 'sha256' | 'type' | 'total'> & { name: string };

async function finish(learner: string, { sha256, type, total, name }: Whole): Promise<KeptPart> {
	const path = join(folderOf(learner), name);
	const bytes = await readFile(path);
	const isRight = bytes.length === total && createHash('sha256').update(bytes).digest('hex') === sha256;
	if (!isRight || !isOfType(bytes, type)) {
		await rm(path, { force: true });
		return { kind: isRight ? 'blob_type' : 'blob_damaged' };
	}
	await rename(path, join(folderOf(learner), nameOf(sha256, type)));
	return { kind: 'kept', have: total };
}
