import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BlobStore } from './blob-store';

const bytes = Buffer.from('Chào chị.');
const sha = createHash('sha256').update(bytes).digest('hex');
const held: { dir: string } = { dir: '' };
beforeEach(async () => void (held.dir = await mkdtemp(join(tmpdir(), 'blobs-'))));
afterEach(() => rm(held.dir, { recursive: true, force: true }));
const filesIn = async () =>
	(await readdir(held.dir, { recursive: true })).filter((name) => name.includes('.'));

describe('a file in the blob store', () => {
	test('is named by its bytes and read back whole', async () => {
		const store = new BlobStore(held.dir);
		expect(await store.put(bytes, 'ogg')).toBe(`${sha}.ogg`);
		expect(await store.read(`${sha}.ogg`)).toEqual(bytes);
		expect(await filesIn()).toEqual([`${sha.slice(0, 2)}/${sha}.ogg`]);
	});

	test('put by many at once is there once and whole, and nothing unfinished is left', async () => {
		const large = Buffer.alloc(300_000, 7);
		const names = await Promise.all(
			Array.from({ length: 20 }, () => new BlobStore(held.dir).put(large, 'json'))
		);
		expect(new Set(names).size).toBe(1);
		expect(await filesIn()).toHaveLength(1);
		expect(await new BlobStore(held.dir).read(names[0] as string)).toEqual(large);
	});

	test('that a power cut left short is written again', async () => {
		const store = new BlobStore(held.dir);
		const name = await store.put(bytes, 'ogg');
		await truncate(store.pathOf(name), 3);
		await store.put(bytes, 'ogg');
		expect(await readFile(store.pathOf(name))).toEqual(bytes);
	});

	test('is never seen half written', async () => {
		const store = new BlobStore(held.dir);
		const large = Buffer.alloc(4_000_000, 1);
		const name = `${createHash('sha256').update(large).digest('hex')}.ogg`;
		const sizes = new Set<number>();
		const putting = { is: true };
		const watching = (async () => {
			while (putting.is) sizes.add((await store.read(name).catch(() => large)).length);
		})();
		await store.put(large, 'ogg');
		putting.is = false;
		await watching;
		expect([...sizes]).toEqual([large.length]);
	});

	test('that cannot be written leaves nothing behind', async () => {
		const store = new BlobStore(join(held.dir, 'a-file'));
		await writeFile(join(held.dir, 'a-file'), '');
		await expect(store.put(bytes, 'ogg')).rejects.toThrow();
		expect(await readdir(held.dir)).toEqual(['a-file']);
	});
});
