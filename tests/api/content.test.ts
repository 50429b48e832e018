import { spawnSync } from 'node:child_process';
import { createHash, randomInt } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { beforeAll, describe, expect, test } from 'vitest';
import { Catalog, lessonsOf } from '$lib/domain/course';
import { Lesson, mediaOf } from '$lib/domain/lesson';
import { curriculumOf } from '../fixtures/curriculum';
import { Browser } from './browser';
import { house } from './house';
import { newStaff, signedIn } from './people';

const guest = new Browser();
const get = (path: string, headers: Record<string, string> = {}) => guest.fetch(path, { headers });
const catalogNow = async () => (await (await get('/api/catalog')).json()) as Catalog;
const sha256 = (bytes: ArrayBuffer) => createHash('sha256').update(Buffer.from(bytes)).digest('hex');

let catalog: Catalog;
let lesson: Lesson;
let hash: string;
beforeAll(async () => {
	catalog = await catalogNow();
	hash = lessonsOf(catalog.courses[0]!)[0]!.hash;
	lesson = (await (await get(`/api/lessons/${hash}.json`)).json()) as Lesson;
});

describe('what was published', () => {
	test('is a catalogue of every course, and asking again costs nothing', async () => {
		expect(v.safeParse(Catalog, catalog).issues).toBeUndefined();
		expect(catalog.courses.flatMap(lessonsOf).length).toBeGreaterThanOrEqual(51);
		const first = await get('/api/catalog');
		const tag = first.headers.get('etag') ?? '';
		expect(first.headers.get('cache-control')).toBe('no-cache');
		expect((await get('/api/catalog', { 'if-none-match': tag })).status).toBe(304);
		expect((await get('/api/catalog', { 'if-none-match': '"other"' })).status).toBe(200);
	});

	test('has lessons whose name is the hash of their bytes, kept for ever', async () => {
		const response = await get(`/api/lessons/${hash}.json`);
		expect(response.headers.get('cache-control')).toContain('immutable');
		expect(sha256(await response.arrayBuffer())).toBe(hash);
		expect(v.safeParse(Lesson, lesson).issues).toBeUndefined();
	});

	test('answers the lesson of today by its name, and says its hash', async () => {
		const response = await get(`/api/lessons/current/${lesson.slug}.json`);
		expect(response.headers.get('x-lesson-hash')).toBe(hash);
		expect(response.headers.get('cache-control')).toBe('no-cache');
		expect(sha256(await response.arrayBuffer())).toBe(hash);
	});

	test('has every clip and picture of a lesson, each with the bytes that its name promises', async () => {
		for (const name of [...mediaOf(lesson, 'vi'), ...mediaOf(lesson, 'en')]) {
			const response = await get(`/media/${name}`);
			expect(response.status).toBe(200);
			expect(sha256(await response.arrayBuffer())).toBe(name.split('.')[0]);
		}
	});

	test('weighs what the catalogue says, and no lesson more than 150 kB', () => {
		for (const listed of catalog.courses.flatMap(lessonsOf))
			for (const { bytes } of Object.values(listed.sizes)) expect(bytes).toBeLessThanOrEqual(150_000);
	});

	test.each(['vi', 'en'])('has the voices of the interface in %s', async (language) => {
		const voices = (await (await get(`/api/voices/${language}.json`)).json()) as {
			clips: Record<string, { clip: string }>;
		};
		expect(Object.keys(voices.clips).length).toBeGreaterThan(200);
		const [some] = Object.values(voices.clips);
		expect((await get(`/media/${some?.clip}`)).headers.get('content-type')).toBe('audio/ogg');
	});
});

describe('a clip', () => {
	test.each([
		{ range: 'bytes=0-99', status: 206, length: 100 },
		{ range: 'bytes=-7', status: 206, length: 7 },
		{ range: 'bytes=99999999-', status: 416, length: 0 }
	])('in part, $range, is answered $status', async ({ range, status, length }) => {
		const name = mediaOf(lesson, 'vi')[0];
		const response = await get(`/media/${name}`, { range, 'accept-encoding': 'identity' });
		expect(response.status).toBe(status);
		expect((await response.arrayBuffer()).byteLength).toBe(length);
		expect(response.headers.get('content-range')).toMatch(/^bytes /);
	});
});

describe('what is not there', () => {
	const nothing = '0'.repeat(64);
	test.each([
		{ path: `/api/lessons/${nothing}.json`, code: 'lesson_unknown' },
		{ path: '/api/lessons/current/no-such-lesson.json', code: 'lesson_unknown' },
		{ path: '/api/lessons/..%2Fsecrets.json', code: 'lesson_unknown' },
		{ path: `/media/${nothing}.ogg`, code: 'media_unknown' },
		{ path: `/media/${nothing}.json`, code: 'media_unknown' },
		{ path: '/media/..%2F..%2Fsecrets.json', code: 'media_unknown' },
		{ path: '/api/voices/xx.json', code: 'media_unknown' }
	])('$path is $code', async ({ path, code }) => {
		const response = await get(path);
		expect(response.status).toBe(404);
		const text = await response.text();
		expect(JSON.parse(text)).toMatchObject({ code });
		expect(text).not.toMatch(/ENOENT|pepper|blobs/);
	});
});

/** A new course each time, of texts that all have a clip: no narration is needed. */
function freshCurriculum() {
	const mark = `t${randomInt(1_000_000_000)}`;
	const curriculum = curriculumOf({ course: mark, lessons: [`${mark}-a`, `${mark}-b`] });
	const known = lesson.cards[0]?.say.vi.text ?? '';
	const text = JSON.stringify(curriculum, (key, value: unknown) => {
		if (/^(vi|\w+_vi)$/.test(key)) return known;
		if (/^(en|\w+_en)$/.test(key)) return undefined;
		return key === 'picture' || key === 'icon' ? 'green tick' : value;
	});
	return { mark, curriculum: JSON.parse(text) as ReturnType<typeof curriculumOf> };
}

describe('an import', () => {
	test.each([
		{ who: 'guest', status: 401 },
		{ who: 'trainer', status: 403 },
		{ who: 'expert', status: 403 },
		{ who: 'manager', status: 200 },
		{ who: 'owner', status: 200 }
	] as const)('by a $who is answered $status', async ({ who, status }) => {
		const browser = who === 'guest' ? new Browser() : await signedIn((await newStaff(who)).email);
		const { mark, curriculum } = freshCurriculum();
		const response = await browser.post('/api/import', curriculum);
		expect(response.status).toBe(status);
		const isThere = (await catalogNow()).courses.some(({ slug }) => slug === mark);
		expect(isThere).toBe(status === 200);
		if (status === 200) expect(await response.json()).toEqual({ imported: 2, unchanged: 0 });
	});

	test('with a wrong key is refused', async () => {
		const { curriculum } = freshCurriculum();
		const response = await guest.post('/api/import', curriculum, { authorization: 'Bearer wrong' });
		expect(response.status).toBe(401);
	});

	test('on the machine itself: imported, then unchanged; a fault names its place and changes nothing', async () => {
		const { mark, curriculum } = freshCurriculum();
		expect(importHere(mark, curriculum)).toMatchObject({
			status: 0,
			last: '2 lessons imported, 0 unchanged'
		});
		expect(importHere(mark, curriculum)).toMatchObject({
			status: 0,
			last: '0 lessons imported, 2 unchanged'
		});
		const before = await (await get('/api/catalog')).text();
		const [first] = curriculum.courses[0].modules[0].lessons;
		first.quiz[0].options[0].correct = true;
		const refused = importHere(mark, curriculum);
		expect(refused.status).toBe(1);
		expect(refused.said).toContain(
			'courses[0].modules[0].lessons[0].quiz[0].options: needs exactly one correct option'
		);
		expect(await (await get('/api/catalog')).text()).toBe(before);
	});

	function importHere(mark: string, curriculum: unknown) {
		const file = join(house.dataDir, `${mark}.json`);
		writeFileSync(file, JSON.stringify(curriculum));
		const run = spawnSync(process.execPath, ['scripts/import.mjs', file], {
			env: { ...process.env, DATA_DIR: house.dataDir },
			encoding: 'utf8'
		});
		const last = run.stdout.trim().split('\n').at(-1);
		return { status: run.status, last, said: run.stderr };
	}

	test('keeps no key where the public could read it', () => {
		const { importKey } = JSON.parse(readFileSync(join(house.dataDir, 'secrets.json'), 'utf8')) as {
			importKey: string;
		};
		expect(JSON.stringify(catalog)).not.toContain(importKey);
	});
});
