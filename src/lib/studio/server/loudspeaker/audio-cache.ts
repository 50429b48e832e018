import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { env } from '$lib/server/env';

/** All courses in two languages, in parts and whole, take half of this. */
const MAX_BYTES = 1024 * 1024 * 1024;
/** More people than this waiting means that something is wrong. */
const MAX_WAITING = 24;

/** Too many wait already. */
export class AudioBusy extends Error {}

const making = new Map<string, Promise<Buffer>>();
const line: { last: Promise<unknown>; waiting: number } = { last: Promise.resolve(), waiting: 0 };

/**
 * A file of DATA_DIR/audio, made when it is not there: one at a time in the whole server, and once however many ask.
 * `name` is a hash of everything that the file is made from, and the form's ending. @throws {AudioBusy} and what `make`
 * throws
 */
export async function keptAudio(name: string, make: () => Promise<Buffer>): Promise<Buffer> {
	const path = join(env.dataDir, 'audio', name);
	const kept = await readFile(path).catch(() => undefined);
	if (kept) {
		await utimes(path, new Date(), new Date()).catch(() => undefined);
		return kept;
	}
	const known = making.get(name);
	if (known) return known;
	const made = inLine(async () => {
		const bytes = await make();
		await keep(path, bytes);
		return bytes;
	}).finally(() => making.delete(name));
	making.set(name, made);
	return made;
}

function inLine<T>(work: () => Promise<T>): Promise<T> {
	if (line.waiting >= MAX_WAITING) return Promise.reject(new AudioBusy('Too many wait for sound.'));
	line.waiting++;
	const run = line.last.then(work).finally(() => line.waiting--);
	line.last = run.catch(() => undefined);
	return run;
}

async function keep(path: string, bytes: Buffer): Promise<void> {
	const dir = join(env.dataDir, 'audio');
	await mkdir(dir, { recursive: true });
	const unfinished = `${path}.${randomBytes(4).toString('hex')}.new`;
	await writeFile(unfinished, bytes);
	await rename(unfinished, path);
	await sweep(dir);
}

/** Lessons change and their old sound is asked for no more: what was used longest ago goes. */
async function sweep(dir: string): Promise<void> {
	const names = await readdir(dir);
	const files = await Promise.all(
		names.map(async (name) => {
			const { size, mtimeMs } = await stat(join(dir, name));
			return { name, size, mtimeMs };
		})
	);
	let total = files.reduce((sum, { size }) => sum + size, 0);
	for (const { name, size } of files.sort((a, b) => a.mtimeMs - b.mtimeMs)) {
		if (total <= MAX_BYTES) return;
		await rm(join(dir, name), { force: true });
		total -= size;
	}
}
