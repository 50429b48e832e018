import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ContentServer } from '../../../tests/fixtures/content-server';
import { newPhone, type Tab } from '../../../tests/fixtures/phone';

let tab: Tab;
let server: ContentServer;
let content: typeof import('./content');
const cut = () => (server.before = () => Promise.reject(new TypeError('no line')));

/** A browser whose pages a worker controls, or does not. */
function inBrowser({ controlled }: { controlled: boolean }) {
	vi.stubGlobal('document', {});
	vi.stubGlobal('navigator', { serviceWorker: { controller: controlled ? {} : null } });
}

beforeEach(async () => {
	tab = await newPhone();
	content = await import('./content');
	server = new ContentServer({ phone: ['a', 'b'] });
	vi.useFakeTimers({ toFake: ['setTimeout'] });
});
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

const keepAll = async () => {
	const { hash } = server.course('phone').modules[0]!.lessons[0]!;
	await tab.keepCatalog(server.catalog);
	await tab.keepLesson(JSON.parse(server.files.get(`/api/lessons/${hash}.json`)!) as never, hash);
	return hash;
};

describe('a first visit', () => {
	beforeEach(() => inBrowser({ controlled: false }));

	test('asks the network and leaves the database alone', async () => {
		const table = vi.spyOn(tab.db.lessons, 'get');
		const { hash } = server.course('phone').modules[0]!.lessons[0]!;
		expect(await content.loadLesson('a', server.fetch)).toMatchObject({ hash, lesson: { slug: 'a' } });
		expect(await content.loadCatalog(server.fetch)).toEqual(server.catalog);
		expect(table).not.toHaveBeenCalled();
	});

	test('is kept afterwards, and the next one needs no network', async () => {
		await content.loadLesson('a', server.fetch);
		await content.loadCatalog(server.fetch);
		const { keepVisited } = await import('./keep-visited');
		await keepVisited();
		cut();
		inBrowser({ controlled: true });
		expect((await content.loadLesson('a', server.fetch)).lesson.slug).toBe('a');
		expect(await content.loadCatalog(server.fetch)).toEqual(server.catalog);
	});

	test('without a line falls back on what the phone has', async () => {
		const hash = await keepAll();
		cut();
		expect((await content.loadLesson('a', server.fetch)).hash).toBe(hash);
	});

	test.each([
		{ what: 'no line', code: 'not_on_phone', spoil: cut },
		{
			what: 'a login page in between',
			code: 'not_on_phone',
			spoil: () => (server.fetch = (async () => new Response('<html>')) as unknown as typeof fetch)
		},
		{ what: 'no such lesson', code: 'lesson_unknown', spoil: () => server.files.clear() }
	])('with $what says $code', async ({ code, spoil }) => {
		spoil();
		await expect(content.loadLesson('a', server.fetch)).rejects.toMatchObject({ name: 'NotOnPhone', code });
	});
});

describe('a later visit', () => {
	beforeEach(() => inBrowser({ controlled: true }));

	test('comes from the phone without waiting for anything', async () => {
		const hash = await keepAll();
		server.before = () => new Promise(() => {});
		expect((await content.loadLesson('a', server.fetch)).hash).toBe(hash);
		expect(server.asked).toEqual([]);
	});

	test('fetches a newer version for the next time', async () => {
		const old = await keepAll();
		server.change('a', 'xem');
		await tab.keepCatalog(server.catalog);
		expect((await content.loadLesson('a', server.fetch)).hash).toBe(old);
		await vi.advanceTimersByTimeAsync(3_000);
		vi.useRealTimers();
		const { hash } = server.course('phone').modules[0]!.lessons[0]!;
		await vi.waitFor(async () => expect((await content.loadLesson('a', server.fetch)).hash).toBe(hash));
	});

	test('does not ask for the catalogue again within five minutes', async () => {
		await keepAll();
		for (let visit = 0; visit < 5; visit++) await content.loadCatalog(server.fetch);
		await vi.advanceTimersByTimeAsync(60_000);
		expect(server.asked).toEqual(['/api/catalog']);
	});

	test('of a lesson that is not here asks the network', async () => {
		await tab.keepCatalog(server.catalog);
		expect((await content.loadLesson('b', server.fetch)).lesson.slug).toBe('b');
	});
});

test('on the server only fetch is used', async () => {
	expect((await content.loadLesson('a', server.fetch)).lesson.slug).toBe('a');
	expect((await content.loadVoices('vi', server.fetch)).language).toBe('vi');
});
