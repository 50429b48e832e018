import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ContentServer } from '../../../tests/fixtures/content-server';
import { FakeCaches } from '../../../tests/fixtures/media-cache';
import { newPhone, type Tab } from '../../../tests/fixtures/phone';
import type { Voices } from '../offline/rows';

let tab: Tab;
let server: ContentServer;
let caches: FakeCaches;

beforeEach(async () => {
	tab = await newPhone();
	server = new ContentServer({ phone: ['a', 'b'], market: ['d'] });
	caches = new FakeCaches();
	vi.stubGlobal('caches', caches);
	await tab.keepCatalog(server.catalog);
	const { downloadCourse } = await import('../offline/downloads');
	await downloadCourse(server.course('phone'), 'vi', { fetch: server.fetch, pauseMs: 1 });
	server.asked = [];
});
afterEach(() => {
	vi.unstubAllGlobals();
});

const fetchRenewed = async () => (await import('./fetch-renewed')).fetchRenewed(server.fetch);
const files = () => new Set(caches.caches.get('media-v1')?.files.keys());
const askedMedia = () => server.asked.filter((url) => url.startsWith('/media/'));
const listed = (slug: string) =>
	server.catalog.courses
		.flatMap(({ modules }) => modules.flatMap(({ lessons }) => lessons))
		.find((lesson) => lesson.slug === slug)!;
const versionsOf = async (slug: string) => tab.db.lessons.where({ slug }).primaryKeys();

/** Somebody records a sentence of the app. */
function recordSentence(text: string): string {
	const clip = server.add(`a person says ${text}`, 'ogg');
	const voices = JSON.parse(server.files.get('/api/voices/vi.json')!) as Voices;
	voices.clips[text] = { clip, ms: 1, bytes: 9, voice: 'person' };
	server.files.set('/api/voices/vi.json', JSON.stringify(voices));
	return clip;
}
const saidNow = async (text: string) => (await tab.db.voices.get('vi'))?.clips[text]?.clip;

describe('after a delivery', () => {
	test('nothing is fetched when nothing is new', async () => {
		await fetchRenewed();
		expect(server.asked).toEqual(['/api/catalog', '/api/voices/vi.json']);
	});

	test('a sentence of the app that somebody recorded comes as one file, and the old one goes', async () => {
		const old = await saidNow('Xin chào');
		const clip = recordSentence('Xin chào');
		await fetchRenewed();
		expect(askedMedia()).toEqual([`/media/${clip}`]);
		expect(await saidNow('Xin chào')).toBe(clip);
		expect(files()).toContain(`/media/${clip}`);
		expect(files()).not.toContain(`/media/${old}`);
	});

	test('a sentence whose clip does not come is said as before, with or without a line', async () => {
		const old = await saidNow('Xin chào');
		const clip = recordSentence('Xin chào');
		server.files.delete(`/media/${clip}`);
		await fetchRenewed();
		expect(await saidNow('Xin chào')).toBe(old);
		expect(files()).toContain(`/media/${old}`);
		await tab.keepVoices(JSON.parse(server.files.get('/api/voices/vi.json')!) as Voices);
		expect(await saidNow('Xin chào'), 'also when a page brings the list').toBe(old);
	});

	test('a sentence that was never heard on this phone is only listed', async () => {
		const text = 'Mới';
		const clip = recordSentence(text);
		await fetchRenewed();
		expect(await saidNow(text)).toBe(clip);
		expect(askedMedia()).toEqual([]);
	});

	test('a lesson that says something new comes with that one clip, and its old version goes', async () => {
		const before = listed('a').hash;
		server.change('a', 'xem');
		await fetchRenewed();
		expect(askedMedia()).toHaveLength(1);
		expect(await versionsOf('a')).toEqual([listed('a').hash]);
		expect(listed('a').hash).not.toBe(before);
		const { courseOnPhone } = await import('../offline/downloads');
		const here = await courseOnPhone(server.course('phone'), 'vi');
		expect(here).toMatchObject({ bytesHere: here.bytesTotal, lessonsHere: 2 });
	});

	test('a lesson whose new clip does not come stays as it was: no card becomes mute', async () => {
		const before = listed('a').hash;
		server.change('a', 'xem');
		for (const [url, content] of server.files) if (content === 'clip: a xem') server.files.delete(url);
		await fetchRenewed();
		expect(await versionsOf('a')).toEqual([before]);
	});

	test('a course that is not on the phone is not brought', async () => {
		server.change('d', 'xem');
		await fetchRenewed();
		expect(await versionsOf('d')).toEqual([]);
	});

	test('of a course that was written anew some lessons come at a time', async () => {
		const many = ['a1', 'a2', 'a3', 'a4', 'a5', 'a6'];
		server = new ContentServer({ phone: many });
		await tab.keepCatalog(server.catalog);
		const { downloadCourse } = await import('../offline/downloads');
		await downloadCourse(server.course('phone'), 'vi', { fetch: server.fetch, pauseMs: 1 });
		for (const slug of many) server.change(slug, 'xem');
		const renewed = async () => {
			const versions = await Promise.all(many.map(versionsOf));
			return many.filter((slug, i) => versions[i]!.includes(listed(slug).hash)).length;
		};
		await fetchRenewed();
		expect(await renewed()).toBe(4);
		await fetchRenewed();
		expect(await renewed()).toBe(6);
	});

	test('a browser that saves data is asked for nothing', async () => {
		recordSentence('Xin chào');
		vi.stubGlobal('navigator', { connection: { saveData: true } });
		await fetchRenewed();
		expect(server.asked).toEqual([]);
	});
});
