import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { folderOf, namesOf, PART } from './folder-of';

/** 600 recordings of half a minute, or 300 pictures: years of use, and a phone gone wild fills no disk. */
export const MAX_BYTES_A_WOMAN = 60_000_000;
/** What was begun and never ended is forgotten after this. */
const PARTS_KEPT_MS = 14 * 24 * 3600_000;

/** How many more bytes of hers are taken. */
export async function roomLeft(learner: string, now: () => number = Date.now): Promise<number> {
	let left = MAX_BYTES_A_WOMAN;
	for (const name of await namesOf(learner)) {
		const path = join(folderOf(learner), name);
		const found = await stat(path).catch(() => undefined);
		if (!found) continue;
		const isOld = name.endsWith(PART) && found.mtimeMs < now() - PARTS_KEPT_MS;
		if (isOld) await rm(path, { force: true });
		else left -= found.size;
	}
	return left;
}
