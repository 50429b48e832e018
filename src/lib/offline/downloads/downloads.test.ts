import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ContentServer } from '../../../../tests/fixtures/content-server';
import { FakeCaches } from '../../../../tests/fixtures/media-cache';
import { newPhone, type Tab } from '../../../../tests/fixtures/phone';

let tab: Tab;
let server: ContentServer;
let caches: FakeCaches;
let downloads: typeof import('./index');

beforeEach(async () => {
	tab = await newPhone();
	downloads = await import('./index');
	server = new ContentServer({ phone: ['a', 'b', 'c'], market: ['d'] });
	caches = new FakeCaches();
	vi.stubGlobal('caches', caches);
	await tab.keepCatalog(server.catalog);
});
afterEach(() => {
	vi.unstubAllGlobals();
});

const media = () => [...(caches.caches.get('media-v1')?.files.keys() ?? [])];
const asked = () => server.asked.filter((url) => url.startsWith('/media/'));
const here = () => downloads.courseOnPhone(server.course('phone'), 'vi');
const download = (options: Parameters<typeof downloads.downloadCourse>[2] = {}) =>
	downloads.downloadCourse(server.course('phone'), 'vi', { fetch: server.fetch, pauseMs: 1, ...options });
/** Every file that the course and the interface need: pictures 1 + 3, a lesson's four clips thrice, titles 2, voice 1. */
const FILES = 19;

describe('a download', () => {
	test('puts everything on the phone, each file once, and tells how far it is', async () => {
		const before = await here();
		expect(before).toMatchObject({ bytesHere: 0, lessonsHere: 0, lessonsTotal: 3, state: 'none' });
		const told: number[] = [];
		expect(await download({ onProgress: ({ bytesHere }) => told.push(bytesHere) })).toEqual({ kind: 'done' });
		expect(told).toEqual([...told].sort((a, b) => a - b));
		const after = await here();
		expect(after).toMatchObject({ bytesHere: after.bytesTotal, lessonsHere: 3, state: 'done' });
		expect(told.at(-1)).toBe(after.bytesTotal);
		expect(asked()).toHaveLength(FILES);
		expect(new Set(asked()).size).toBe(FILES);
	});

	test('weighs before it begins what the catalogue says', async () => {
		expect((await here()).bytesTotal).toBeGreaterThanOrEqual(300_000);
	});

	test('fetches nothing the second time', async () => {
		await download();
		server.asked = [];
		expect(await download()).toEqual({ kind: 'done' });
		expect(server.asked).toEqual([]);
	});

	test('paused, and gone on with: no file comes twice', async () => {
		const pause = new AbortController();
		server.before = () => void (asked().length >= 7 && pause.abort());
		expect(await download({ signal: pause.signal })).toEqual({ kind: 'paused' });
		expect(await here()).toMatchObject({ state: 'paused' });
		const kept = media().length;
		expect(kept).toBeGreaterThan(0);
		expect(kept).toBeLessThan(FILES);
		server.asked = [];
		server.before = () => {};
		expect(await download()).toEqual({ kind: 'done' });
		expect(asked()).toHaveLength(FILES - kept);
	});

	test('killed: it is known as unfinished, and goes on', async () => {
		server.before = (url) => {
			if (url.startsWith('/media/') && asked().length > 5) return new Promise(() => {});
		};
		void download();
		await vi.waitFor(async () => expect(media().length).toBeGreaterThan(0));
		expect(await downloads.unfinishedDownloads()).toMatchObject([{ course: 'phone', language: 'vi' }]);
		server.before = () => {};
		expect(await download()).toEqual({ kind: 'done' });
		expect(await downloads.unfinishedDownloads()).toEqual([]);
	});

	test('without a line stops, keeps what is whole, and goes on later', async () => {
		server.before = () => {
			if (asked().length > 4) throw new TypeError('no line');
		};
		expect(await download()).toEqual({ kind: 'offline' });
		expect(media().length).toBeGreaterThan(0);
		server.before = () => {};
		expect(await download()).toEqual({ kind: 'done' });
	});

	test('takes no word of an offline server for a lesson', async () => {
		const portal = (() =>
			Promise.resolve(
				new Response('<html>', { headers: { 'content-type': 'text/html' } })
			)) as unknown as typeof fetch;
		expect(await download({ fetch: portal })).toEqual({ kind: 'offline' });
		expect(await tab.db.lessons.count()).toBe(0);
	});

	test('on a full phone says so, and loses nothing', async () => {
		await download({ signal: AbortSignal.abort() });
		caches.room = 60;
		expect(await download()).toEqual({ kind: 'full' });
		expect(await here()).toMatchObject({ state: 'full' });
		const kept = media();
		expect(kept.length).toBeGreaterThan(0);
		caches.room = Infinity;
		expect(await download()).toEqual({ kind: 'done' });
		expect(media()).toEqual(expect.arrayContaining(kept));
	});

	test('on a phone whose database is full says so too', async () => {
		vi.spyOn(tab.db.lessons, 'put').mockImplementation(() => {
			throw new DOMException('full', 'QuotaExceededError');
		});
		expect(await download()).toEqual({ kind: 'full' });
	});

	test('a damaged file is asked for once more, never kept, and the others come', async () => {
		const clip = `/media/${server.say('b hai').vi.clip}`;
		server.files.set(clip, 'something else');
		expect(await download()).toEqual({ kind: 'damaged' });
		expect(media()).not.toContain(clip);
		expect(media()).toHaveLength(FILES - 1);
		expect(asked().filter((url) => url === clip)).toHaveLength(2);
		expect(await here()).toMatchObject({ lessonsHere: 2, state: 'damaged' });
		server.say('b hai');
		expect(await download()).toEqual({ kind: 'done' });
	});

	test('a damaged lesson is not kept', async () => {
		const { hash } = server.course('phone').modules[0]!.lessons[0]!;
		server.files.set(`/api/lessons/${hash}.json`, '{"format":1}');
		expect(await download()).toEqual({ kind: 'offline' });
		expect(await tab.db.lessons.get(hash)).toBeUndefined();
	});

	test('where nothing can be kept says so', async () => {
		vi.stubGlobal('caches', undefined);
		expect(await download()).toEqual({ kind: 'unavailable' });
		expect(server.asked).toEqual([]);
	});
});

describe('room on the phone', () => {
	const market = () => downloads.downloadCourse(server.course('market'), 'vi', { fetch: server.fetch });

	test('a removed course leaves only what others need', async () => {
		await download();
		await market();
		await downloads.removeCourse(server.course('phone'));
		expect(await here()).toMatchObject({ lessonsHere: 0, state: 'none' });
		expect(await downloads.courseOnPhone(server.course('market'), 'vi')).toMatchObject({
			lessonsHere: 1,
			state: 'done'
		});
		expect(media()).toContain(`/media/${server.add('picture of everything', 'svg')}`);
		expect(media()).not.toContain(`/media/${server.say('b hai').vi.clip}`);
	});

	test('an updated lesson frees what only its old version needed, once it is whole', async () => {
		await download();
		const old = `/media/${server.say('a nghe').vi.clip}`;
		server.change('a', 'xem');
		await tab.keepCatalog(server.catalog);
		expect(await here()).toMatchObject({ lessonsHere: 2 });
		server.asked = [];
		await download();
		expect(media()).not.toContain(old);
		expect(media()).toContain(`/media/${server.say('a xem').vi.clip}`);
		expect(asked()).toHaveLength(1);
		expect(await tab.db.lessons.where({ slug: 'a' }).count()).toBe(1);
	});
});
