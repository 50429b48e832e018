import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ContentServer } from '../../../tests/fixtures/content-server';
import { FakeCaches } from '../../../tests/fixtures/media-cache';
import { joinedPhone, type Tab } from '../../../tests/fixtures/phone';
import type { Notice } from '../domain/notice';

let tab: Tab;
let id: string;
let server: ContentServer;
let caches: FakeCaches;

beforeEach(async () => {
	({ tab, id } = await joinedPhone());
	server = new ContentServer({ phone: ['a', 'b'], market: ['d'] });
	caches = new FakeCaches();
	vi.stubGlobal('caches', caches);
	await tab.keepCatalog(server.catalog);
});
afterEach(() => {
	vi.unstubAllGlobals();
});

const media = () => caches.caches.get('media-v1')?.files.size ?? 0;
const lessons = async () => (await tab.db.lessons.toArray()).map(({ slug }) => slug).sort();
async function fetchAssigned() {
	return (await import('./fetch-assigned')).fetchAssigned(id, server.fetch);
}
async function assign(name: string, what: 'course' | 'lesson', slug: string) {
	const notice = {
		...{ id: name.padEnd(15, '0'), kind: 'assignment', version: 1, fromMs: 1000, untilMs: null },
		...{ from: { name: 'Cô Hoa', picture: 'fish' }, body: { what, slug, due: null } }
	} as Notice;
	await tab.db.notices.put({ profile: id, id: notice.id, notice });
}

test('an assigned lesson comes whole, and once', async () => {
	await assign('one', 'lesson', 'd');
	await fetchAssigned();
	expect(await lessons()).toEqual(['d']);
	expect(media()).toBeGreaterThan(3);
	server.asked = [];
	await fetchAssigned();
	expect(server.asked).toEqual([]);
});

test('of a course only the next lesson that is not done', async () => {
	await assign('one', 'course', 'phone');
	await tab.record(id, { kind: 'lesson.completed', data: { lesson: 'a' } });
	await fetchAssigned();
	expect(await lessons()).toEqual(['b']);
});

test('what broke off goes on with the next delivery', async () => {
	await assign('one', 'lesson', 'd');
	server.before = (url) => {
		if (url.startsWith('/api/lessons/')) throw new TypeError('no line');
	};
	await fetchAssigned();
	expect(await lessons()).toEqual([]);
	server.before = () => {};
	await fetchAssigned();
	expect(await lessons()).toEqual(['d']);
});

test('nothing comes when her browser saves data, and nothing for what the catalogue does not know', async () => {
	await assign('one', 'lesson', 'd');
	await assign('two', 'lesson', 'nowhere');
	vi.stubGlobal('navigator', { connection: { saveData: true } });
	await fetchAssigned();
	expect([await lessons(), media()]).toEqual([[], 0]);
	vi.stubGlobal('navigator', {});
	await fetchAssigned();
	expect(await lessons()).toEqual(['d']);
});
