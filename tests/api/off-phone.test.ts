import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { lessonsOf, type Catalog, type CatalogCourse } from '$lib/domain/course';
import { oggOpusMs } from '$lib/studio/server/narrate/ogg';
import { curriculumOf } from '../fixtures/curriculum';
import { Browser } from './browser';
import { house } from './house';
import { newStaff, signedIn } from './people';

const guest = new Browser();
const get = (path: string, headers: Record<string, string> = {}) => guest.fetch(path, { headers });
const catalogNow = async () => (await (await get('/api/catalog')).json()) as Catalog;
let course: CatalogCourse;
let known: string;
beforeAll(async () => {
	course = (await catalogNow()).courses[0]!;
	known = course.title.vi.text;
});

describe('a lesson off the phone', () => {
	test.each([
		{ form: 'mp3', type: 'audio/mpeg', begins: 'ID3' },
		{ form: 'opus', type: 'audio/ogg; codecs=opus', begins: 'OggS' }
	])(
		'is a file of $form to save, in parts too, the same each time, and another in English',
		async (expected) => {
			const { form, type, begins } = expected;
			const { hash } = lessonsOf(course)[0]!;
			const first = await get(`/api/lessons/${hash}.${form}`);
			expect(first.status).toBe(200);
			expect(first.headers.get('content-type')).toBe(type);
			expect(first.headers.get('content-disposition')).toMatch(
				new RegExp(`^attachment; filename="[a-z0-9-]+\\.${form}"$`)
			);
			const bytes = Buffer.from(await first.arrayBuffer());
			expect(bytes.toString('latin1', 0, begins.length)).toBe(begins);
			const etag = first.headers.get('etag') ?? '';
			expect((await get(`/api/lessons/${hash}.${form}`, { 'if-none-match': etag })).status).toBe(304);
			const part = await get(`/api/lessons/${hash}.${form}`, { range: 'bytes=1000-1999' });
			expect(part.status).toBe(206);
			expect(Buffer.from(await part.arrayBuffer()).equals(bytes.subarray(1000, 2000))).toBe(true);
			expect((await get(`/api/lessons/${hash}.${form}?language=en`)).headers.get('etag')).not.toBe(etag);
		}
	);

	test('of one module is made while others are answered at once', async () => {
		const { slug } = course.modules[0]!;
		const making = get(`/api/courses/${course.slug}.mp3?module=${slug}`);
		expect((await get('/healthz')).status).toBe(200);
		const bytes = Buffer.from(await (await making).arrayBuffer());
		expect(bytes.includes('CTOC')).toBe(true);
		expect(bytes.length).toBeGreaterThan(500_000);
	});

	test('of one module as Opus names each lesson, with its place', async () => {
		const { slug, title, lessons } = course.modules[0]!;
		const answer = await get(`/api/courses/${course.slug}.opus?module=${slug}`);
		const bytes = Buffer.from(await answer.arrayBuffer());
		expect(bytes.includes('CHAPTER001=00:00:00.000')).toBe(true);
		for (const [i, said] of [title, ...lessons.map((lesson) => lesson.title)].entries())
			expect(bytes.includes(`CHAPTER00${i + 1}NAME=${said.vi.text}`)).toBe(true);
		expect(oggOpusMs(bytes)).toBeGreaterThan(lessons.length * 60_000);
	});

	const nothing = '0'.repeat(64);
	test.each([
		{ path: '/api/courses/no-such-course.mp3', code: 'course_unknown' },
		{ path: '/api/courses/no-such-course.banmay', code: 'course_unknown' },
		{ path: '/api/courses/dien-thoai.wav', code: 'course_unknown' },
		{ path: '/api/courses/dien-thoai.mp3?module=none', code: 'course_unknown' },
		{ path: `/api/lessons/${nothing}.mp3`, code: 'lesson_unknown' },
		{ path: `/api/lessons/${nothing}.opus`, code: 'lesson_unknown' }
	])('$path is $code', async ({ path, code }) => {
		const response = await get(path);
		expect(response.status).toBe(404);
		expect(await response.json()).toMatchObject({ code });
	});
});

describe('on paper', () => {
	test.each(['', '?language=en'])('sheets and cards of a course (%s) show every lesson', async (language) => {
		const text = (by: { vi: { text: string }; en?: { text: string } }) =>
			(language ? by.en?.text : by.vi.text) ?? by.vi.text;
		const sheets = await (await get(`/print/courses/${course.slug}${language}`)).text();
		for (const lesson of lessonsOf(course)) {
			expect(sheets).toContain(text(lesson.title));
			expect(sheets).toContain(`/lessons/${lesson.slug}`);
		}
		const cards = await (await get(`/print/courses/${course.slug}/cards${language}`)).text();
		const faces = cards.match(/<article/g)?.length ?? 0;
		const questions = lessonsOf(course).reduce((sum, { questions }) => sum + questions.length, 0);
		expect(faces).toBe(Math.ceil(questions / 6) * 12);
	});

	test('of no course is 404', async () => {
		expect((await get('/print/courses/no-such-course')).status).toBe(404);
		expect((await get('/print/courses/no-such-course/cards')).status).toBe(404);
	});
});

/** A course of texts that all have a clip already. */
function freshCurriculum() {
	const mark = `p${randomInt(1_000_000_000)}`;
	const curriculum = curriculumOf({ course: mark, lessons: [`${mark}-a`, `${mark}-b`] });
	const text = JSON.stringify(curriculum, (key, value: unknown) => {
		if (/^(vi|\w+_vi)$/.test(key)) return known;
		if (/^(en|\w+_en)$/.test(key)) return undefined;
		return key === 'picture' || key === 'icon' ? 'green tick' : value;
	});
	return { mark, curriculum: JSON.parse(text) as ReturnType<typeof curriculumOf> };
}

describe('a pack', () => {
	test('holds the course, is signed by this server, and comes back unchanged', async () => {
		const response = await get(`/api/courses/${course.slug}.banmay`);
		expect(response.headers.get('content-disposition')).toContain(`${course.slug}.banmay`);
		const zip = Buffer.from(await response.arrayBuffer());
		const files = unzipSync(zip);
		expect(Object.keys(files)).toContain(`${lessonsOf(course)[0]!.hash}.json`);
		const clip = Object.entries(files).find(([name]) => name.endsWith('.ogg'))!;
		expect(oggOpusMs(clip[1])).toBeGreaterThan(100);
		const before = await (await get('/api/catalog')).text();
		const file = join(house.dataDir, 'a.banmay');
		writeFileSync(file, zip);
		const run = importHere(file);
		expect(run).toMatchObject({
			status: 0,
			last: `0 lessons imported, ${lessonsOf(course).length} unchanged`
		});
		expect(await (await get('/api/catalog')).text()).toBe(before);
		zip[zip.length >> 1]! ^= 0xff;
		writeFileSync(file, zip);
		expect(importHere(file).status).toBe(1);
	});

	function importHere(file: string) {
		const run = spawnSync(process.execPath, ['scripts/import.mjs', file], {
			env: { ...process.env, DATA_DIR: house.dataDir },
			encoding: 'utf8'
		});
		return { status: run.status, last: run.stdout.trim().split('\n').at(-1), said: run.stderr };
	}
});

/** Hands a file in at the console's page. @returns where it leads, or what the page says */
async function handIn(browser: Browser, name: string, bytes: Uint8Array | string) {
	const form = new FormData();
	form.set('file', new Blob([bytes as BlobPart]), name);
	const response = await browser.fetch('/trainer/content?/upload', {
		method: 'POST',
		headers: { origin: house.origin, accept: 'text/html' },
		body: form
	});
	return { status: response.status, to: response.headers.get('location') ?? '', said: await response.text() };
}

describe('lessons handed in at the console', () => {
	let manager: Browser;
	/** The same manager, who reads the console in English. */
	let english: Browser;
	beforeAll(async () => {
		const enter = () => signedIn(house.manager.email, house.manager.password);
		[manager, english] = [await enter(), await enter()];
		await english.submit('/trainer/language', { language: 'en', to: '/trainer' });
	});

	test.each([
		{ who: 'trainer', status: 403 },
		{ who: 'expert', status: 403 },
		{ who: 'owner', status: 403 }
	] as const)('by a $who are refused', async ({ who, status }) => {
		const browser = await signedIn((await newStaff(who)).email);
		const { curriculum } = freshCurriculum();
		expect((await handIn(browser, 'a.json', JSON.stringify(curriculum))).status).toBe(status);
		expect((await browser.fetch('/trainer/content')).status).toBe(status);
		const record = await browser.fetch('/trainer/content/record', {
			method: 'POST',
			headers: { origin: house.origin },
			body: new FormData()
		});
		expect(record.status).toBe(status);
	});

	test('by a guest lead to the sign-in', async () => {
		expect(await handIn(new Browser(), 'a.json', '{}')).toMatchObject({ status: 303 });
	});

	test('are a draft first, heard in the preview, and published by a tap; twice at once is once', async () => {
		const { mark, curriculum } = freshCurriculum();
		const { status, to } = await handIn(manager, 'hai bài.json', JSON.stringify(curriculum));
		expect(status).toBe(303);
		expect((await catalogNow()).courses.some(({ slug }) => slug === mark)).toBe(false);
		const preview = await manager.fetch(`${to}/${mark}-a`);
		expect(preview.status).toBe(200);
		expect(await preview.text()).toContain('/media/');
		const both = await Promise.all([
			manager.submit(`${to}?/publish`, {}),
			manager.submit(`${to}?/publish`, {})
		]);
		expect(both.map((response) => response.status)).toEqual([200, 200]);
		const found = (await catalogNow()).courses.filter(({ slug }) => slug === mark);
		expect(found.map((one) => lessonsOf(one).length)).toEqual([2]);
		expect((await guest.fetch(`/lessons/${mark}-a`)).status).toBe(200);
	});

	test('as a pack show who signed them', async () => {
		const zip = new Uint8Array(await (await get(`/api/courses/${course.slug}.banmay`)).arrayBuffer());
		const { status, to } = await handIn(manager, 'a.banmay', zip);
		expect(status).toBe(303);
		expect(await (await manager.fetch(to)).text()).toContain(house.origin.replace('localhost', '127.0.0.1'));
	});

	type Lesson = ReturnType<typeof freshCurriculum>['curriculum']['courses'][0]['modules'][0]['lessons'][0];
	const spoilt = (spoil: (lesson: Lesson, all: ReturnType<typeof freshCurriculum>['curriculum']) => void) => {
		const { curriculum } = freshCurriculum();
		spoil(curriculum.courses[0].modules[0].lessons[0], curriculum);
		return JSON.stringify(curriculum);
	};
	test.each([
		{
			what: 'broken JSON',
			file: () => '{"courses": [\n{"slug": }]}',
			why: 'line 2, character',
			vi: 'dòng 2, ký tự'
		},
		{
			what: 'half uploaded',
			file: () => spoilt(() => undefined).slice(0, 900),
			why: 'is no JSON, or not whole',
			vi: 'không phải là JSON, hoặc chưa đủ'
		},
		{
			what: 'another encoding',
			file: () => Buffer.from('{"a":"B\xe0i"}', 'latin1'),
			why: 'is not in UTF-8',
			vi: 'không ở bảng mã UTF-8'
		},
		{ what: 'no lessons', file: () => '[]', why: 'courses: is missing', vi: 'courses: bị thiếu' },
		{
			what: 'two correct options',
			file: () => spoilt((lesson) => lesson.quiz[0].options.forEach((option) => (option.correct = true))),
			why: 'courses[0].modules[0].lessons[0].quiz[0].options: needs exactly one correct option',
			vi: 'courses[0].modules[0].lessons[0].quiz[0].options: cần đúng một lựa chọn là câu trả lời đúng'
		},
		{
			what: 'a lesson twice',
			file: () => spoilt((lesson, all) => (all.courses[0].modules[0].lessons[1].slug = lesson.slug)),
			why: 'is also the slug of',
			vi: 'cũng là slug của courses[0].modules[0].lessons[0]'
		},
		{
			what: "another course's lesson",
			file: () => spoilt((lesson) => (lesson.slug = lessonsOf(course)[0]!.slug)),
			why: 'is a lesson of the course',
			vi: 'là bài của khóa'
		},
		{
			what: 'a card too long to hear',
			file: () => spoilt((lesson) => (lesson.cards[1].say_vi = 'bấm nút '.repeat(30))),
			why: 'courses[0].modules[0].lessons[0].cards[1].say_vi: is too long to hear: 60 syllables',
			vi: 'courses[0].modules[0].lessons[0].cards[1].say_vi: quá dài để nghe: 60 tiếng'
		},
		{
			what: 'an unknown picture',
			file: () => spoilt((lesson) => (lesson.cards[0].picture = 'a flying pig')),
			why: 'there is no picture',
			vi: 'không có tranh'
		}
	])('with $what are refused by name in her language, and nothing is kept', async ({ file, why, vi }) => {
		const before = await (await get('/api/catalog')).text();
		for (const [reader, words] of [
			[manager, vi],
			[english, why]
		] as const) {
			const { status, said } = await handIn(reader, 'a.json', file());
			// A form's failure is answered with the page again.
			expect(status).toBe(422);
			expect(said.replaceAll('&quot;', '"').replaceAll('&#39;', "'")).toContain(words);
		}
		expect(await (await get('/api/catalog')).text()).toBe(before);
	});

	test('of more than twenty megabytes are refused before they are read: told, or the line is cut', async () => {
		const huge = new Uint8Array(21 * 1024 * 1024);
		expect(
			await handIn(manager, 'a.json', huge).then(
				({ status }) => status,
				() => 413
			)
		).toBe(413);
		expect((await get('/healthz')).status).toBe(200);
	});

	test('with a text that nobody says are not published, and the text is named', async () => {
		const { mark, curriculum } = freshCurriculum();
		curriculum.courses[0].modules[0].lessons[0].cards[0].say_vi = `Câu mới ${mark}`;
		const { to } = await handIn(manager, 'a.json', JSON.stringify(curriculum));
		const refused = await manager.submit(`${to}?/publish`, {});
		expect(refused.status).toBe(422);
		expect(await refused.text()).toContain('chưa có tiếng nói câu');
		expect((await catalogNow()).courses.some(({ slug }) => slug === mark)).toBe(false);
	});
});

describe('a recording', () => {
	async function record(language: string, text: string, audio: Uint8Array) {
		const manager = await signedIn(house.manager.email, house.manager.password);
		const form = new FormData();
		form.set('language', language);
		form.set('text', text);
		form.set('audio', new Blob([audio as BlobPart]), 'recording');
		const response = await manager.fetch('/trainer/content/record', {
			method: 'POST',
			headers: { origin: house.origin },
			body: form
		});
		return { status: response.status, body: (await response.json()) as Record<string, unknown> };
	}
	const sound = (filter: string, seconds: number) =>
		spawnSync('ffmpeg', [
			'-v',
			'error',
			'-f',
			'lavfi',
			'-i',
			filter,
			'-t',
			String(seconds),
			'-f',
			'webm',
			'-c:a',
			'libopus',
			'pipe:1'
		]).stdout;

	const tone = (text: string) => sound('sine=frequency=300', Math.max(1, text.split(' ').length * 0.35));
	const longest = (clips: Record<string, unknown>) =>
		Object.keys(clips).reduce((a, b) => (b.length > a.length && b.length < 80 ? b : a), '');

	test('takes the place of the synthetic voice in a new version of every lesson that says the text', async () => {
		const listed = lessonsOf(course)[1]!;
		const text = listed.title.vi.text;
		const { status, body } = await record('vi', text, tone(text));
		expect(status, JSON.stringify(body)).toBe(200);
		const after = lessonsOf((await catalogNow()).courses[0]!)[1]!;
		expect(after.hash).not.toBe(listed.hash);
		expect(after.title.vi).toMatchObject({ voice: 'person', clip: body.clip, text });
		expect((await get(`/api/lessons/${listed.hash}.json`)).status).toBe(200);
		expect((await get(`/media/${String(body.clip)}`)).status).toBe(200);
	});

	test('of a sentence of the app, or of a practice, takes its place too: one new list, one new practice', async () => {
		const voicesNow = async () =>
			(await (await get('/api/voices/vi.json')).json()) as {
				clips: Record<string, { clip: string; voice: string }>;
			};
		const before = await voicesNow();
		const sentence = longest(before.clips);
		const said = await record('vi', sentence, tone(sentence));
		expect(said.status, JSON.stringify(said.body)).toBe(200);
		const after = await voicesNow();
		expect(after.clips[sentence]).toMatchObject({ clip: said.body.clip, voice: 'person' });
		const others = ({ [sentence]: _, ...rest }: typeof before.clips) => rest;
		expect(others(after.clips)).toEqual(others(before.clips));

		const listed = (await catalogNow()).courses.flatMap(lessonsOf).find(({ practice }) => practice)!;
		const practice = (await (await get(`/api/practices/${listed.practice!.hash}.json`)).json()) as {
			done: { vi: { text: string } };
		};
		const { text } = practice.done.vi;
		expect((await record('vi', text, tone(text))).status).toBe(200);
		const now = (await catalogNow()).courses.flatMap(lessonsOf).find(({ slug }) => slug === listed.slug)!;
		expect(now.practice!.hash).not.toBe(listed.practice!.hash);
		expect(await (await get(`/api/practices/${now.practice!.hash}.json`)).json()).toMatchObject({
			done: { vi: { text, voice: 'person' } }
		});
	});

	test('of a sentence stands in the lists to record as a person’s, found also without accents', async () => {
		const manager = await signedIn(house.manager.email, house.manager.password);
		const page = async (path: string) => (await manager.fetch(`/trainer/content/${path}`)).text();
		expect(await page('clips')).toContain('/trainer/content/interface');
		const { practice, slug } = (await catalogNow()).courses.flatMap(lessonsOf).find((one) => one.practice)!;
		expect(practice).toBeTruthy();
		expect(await page(`clips/${slug}?practice`)).toContain('giọng máy');
		expect(await page('interface')).toContain('giọng máy');
		expect(await page('interface?find=tram')).toContain('trăm');
		expect(await page('interface?find=no+such+words+at+all')).not.toContain('<audio');
		for (const odd of [
			'interface?page=999',
			'interface?page=-1',
			'interface?page=x',
			'interface?language=zz'
		])
			expect((await manager.fetch(`/trainer/content/${odd}`)).status).toBe(200);
	});

	test.each([
		{ what: 'silence', audio: () => sound('anullsrc', 2), fault: 'silent' },
		{ what: 'no sound at all', audio: () => Buffer.from('hello'), fault: 'unreadable' },
		{
			what: 'a playlist of files',
			audio: () => Buffer.from('ffconcat version 1.0\nfile /etc/passwd\n'),
			fault: 'unreadable'
		},
		{ what: 'much more than the sentence', audio: () => sound('sine=frequency=300', 40), fault: 'long' }
	])('of $what is refused', async ({ audio, fault }) => {
		const before = await (await get('/api/catalog')).text();
		const { status, body } = await record('vi', lessonsOf(course)[2]!.title.vi.text, audio());
		expect(status).toBe(422);
		expect(body).toMatchObject({ code: 'recording_faulty', fault });
		expect(await (await get('/api/catalog')).text()).toBe(before);
	});
});

test('the lexicon says how the words of the field are spoken', () => {
	const { vi } = JSON.parse(readFileSync('content/lexicon.json', 'utf8')) as Record<
		string,
		Record<string, string>
	>;
	for (const word of ['VNeID', 'OTP', 'QR', 'VietQR', 'COD', 'OCOP', 'CH Play'])
		expect(vi?.[word]).toBeTruthy();
});
