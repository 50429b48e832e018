import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as Ed25519 from '@digitalbazaar/ed25519-multikey';
import { unzipSync, zipSync, type Zippable } from 'fflate';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { CatalogCourse } from '$lib/domain/course';
import { blobs } from '../blobs';
import type { Bundle } from '../bundle';
import { ClipShelf } from '../clip-shelf';
import { importContent } from '../import-content';
import { Pictures } from '../pictures';
import type { Published } from '../published';
import { readCurriculum } from '../read-curriculum';
import { importPack } from './import-pack';
import { readPack } from './read-pack';
import { unzipPack } from './unzip';
import { writePack } from './write-pack';
import { curriculumOf } from '../../../../../tests/fixtures/curriculum';

const keys = vi.hoisted(() => ({ ed25519: { publicKeyMultibase: '', secretKeyMultibase: '' } }));
vi.mock('$lib/server/server-keys', () => ({
	serverKeyPair: () => Promise.resolve(keys.ed25519),
	isServersKey: (key: string) => Promise.resolve(key === keys.ed25519.publicKeyMultibase)
}));

const dataDir = mkdtempSync(join(tmpdir(), 'ban-may-pack-'));
let published: Published | undefined;
const store = {
	readPublished: () => Promise.resolve(published),
	publish: (after: Published) => Promise.resolve(void (published = after))
};
let course: CatalogCourse;
let pack: Buffer;

beforeAll(async () => {
	process.env.DATA_DIR = dataDir;
	const pair = await Ed25519.generate();
	keys.ed25519 = (await pair.export({ publicKey: true, secretKey: true })) as typeof keys.ed25519;
	const known = (
		JSON.parse(readFileSync('content/lessons/tin-nhan-gia.json', 'utf8')) as { title: { vi: string } }
	).title.vi;
	const curriculum = JSON.parse(
		JSON.stringify(curriculumOf({ course: 'goi' }), (key, value: unknown) => {
			if (/^(vi|\w+_vi)$/.test(key)) return known;
			if (/^(en|\w+_en)$/.test(key)) return undefined;
			return key === 'picture' || key === 'icon' ? 'green tick' : value;
		})
	) as unknown;
	const read = readCurriculum(curriculum);
	if (read.kind === 'faulty') throw new Error(read.faults.join('\n'));
	await importContent(read.value as Bundle, {
		blobs: blobs(),
		pictures: new Pictures(process.cwd()),
		clips: new ClipShelf('content/clips'),
		...store
	});
	course = published?.catalog.courses[0] as CatalogCourse;
	pack = (await writePack(course, 'https://here.example')).bytes;
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

/** The pack with something changed in it. */
function changed(change: (files: Record<string, Uint8Array>) => void): Uint8Array {
	const files = unzipSync(pack);
	change(files);
	return zipSync(files as Zippable);
}
const faultsOf = async (bytes: Uint8Array) => {
	const read = await readPack(bytes);
	return read.kind === 'faulty' ? read.faults.join('\n') : 'good';
};
const nameLike = (files: Record<string, Uint8Array>, ending: string) =>
	Object.keys(files).find((name) => name.endsWith(ending) && name !== 'manifest.json') ?? '';
const hashName = (bytes: Uint8Array, ending: string) =>
	`${createHash('sha256').update(bytes).digest('hex')}.${ending}`;

describe('a pack', () => {
	test('is the same bytes again, and holds every file that its list names', async () => {
		expect((await writePack(course, 'https://here.example')).bytes.equals(pack)).toBe(true);
		const read = await readPack(pack);
		if (read.kind === 'faulty') throw new Error(read.faults.join('\n'));
		expect(read.value.lessons.size).toBe(2);
		expect(read.value.files.size).toBe(read.value.manifest.files.length);
	});

	test('is published on another server as it was on the first, and once more changes nothing', async () => {
		const read = await readPack(pack);
		if (read.kind === 'faulty') throw new Error();
		const first = published;
		published = undefined;
		const deps = { blobs: blobs(), ...store };
		expect(await importPack(read.value, deps)).toEqual({ kind: 'done', imported: 2, unchanged: 0 });
		expect((published as Published | undefined)?.catalog.courses).toEqual(first?.catalog.courses);
		const [one, two] = await Promise.all([importPack(read.value, deps), importPack(read.value, deps)]);
		expect([one, two]).toEqual(Array(2).fill({ kind: 'done', imported: 0, unchanged: 2 }));
	});

	test('that takes a lesson of another course is refused', async () => {
		const read = await readPack(pack);
		if (read.kind === 'faulty') throw new Error();
		const kept = published;
		published = { ...(kept as Published), catalog: { format: 1, courses: [{ ...course, slug: 'other' }] } };
		const result = await importPack(read.value, { blobs: blobs(), ...store });
		expect(JSON.parse(JSON.stringify(result))).toMatchObject({
			kind: 'faulty',
			faults: [
				'course.modules[0].lessons[0].slug: "buttons" is a lesson of the course "other"',
				'course.modules[0].lessons[1].slug: "calling" is a lesson of the course "other"'
			]
		});
		published = kept;
	});

	test.each([
		{
			what: 'with a changed clip',
			change: (files: Record<string, Uint8Array>) => {
				const name = nameLike(files, '.ogg');
				files[name] = Uint8Array.from(files[name] ?? []).fill(7, 100, 110);
			},
			why: /is not the file that its name says/
		},
		{
			what: 'without one of its clips',
			change: (files: Record<string, Uint8Array>) => void delete files[nameLike(files, '.ogg')],
			why: /is missing/
		},
		{
			what: 'with a changed list',
			change: (files: Record<string, Uint8Array>) => {
				const text = Buffer.from(files['manifest.json'] ?? []).toString();
				files['manifest.json'] = Buffer.from(text.replace('"goi"', '"gui"'));
			},
			why: /signature does not fit/
		},
		{
			what: 'without a list',
			change: (files: Record<string, Uint8Array>) => void delete files['manifest.json'],
			why: /manifest.json: is missing/
		},
		{
			what: 'with a way out of its folder',
			change: (files: Record<string, Uint8Array>) => void (files['../../secrets.json'] = Buffer.from('{}')),
			why: /secrets.json": is no name of a file in a pack/
		},
		{
			what: 'with a file that nobody listed',
			change: (files: Record<string, Uint8Array>) => {
				const more = Buffer.from('<svg/>');
				files[hashName(more, 'svg')] = more;
			},
			why: /is not in the list/
		},
		{
			what: 'with a bomb of 20 MB',
			change: (files: Record<string, Uint8Array>) =>
				void (files[`${'a'.repeat(64)}.svg`] = new Uint8Array(2e7)),
			why: /is larger than/
		}
	])('$what is refused', async ({ change, why }) => {
		expect(await faultsOf(changed(change))).toMatch(why);
	});

	test.each([
		{
			what: 'half uploaded',
			bytes: () => pack.subarray(0, pack.length >> 1),
			why: /ends too early|not whole/
		},
		{ what: 'that is no zip', bytes: () => Buffer.from('PK\x03\x04 hello'), why: /missing|no zip|too early/ },
		{ what: 'that is empty', bytes: () => Buffer.alloc(0), why: /manifest.json: is missing/ }
	])('$what is refused', async ({ bytes, why }) => {
		expect(await faultsOf(bytes())).toMatch(why);
	});
});

test('a bomb of many files stops when the whole is too large, and costs little memory on the way', async () => {
	const zero = new Uint8Array(7 * 1024 * 1024);
	const names = Array.from({ length: 20 }, (_, i) => `${i.toString(16).padStart(64, '0')}.svg`);
	const bomb = zipSync(Object.fromEntries(names.map((name) => [name, zero])));
	expect(bomb.length).toBeLessThan(300_000);
	const read = await unzipPack(bomb);
	expect(read).toMatchObject({ kind: 'faulty', faults: [{ code: 'unpacksTooLarge' }] });
});
