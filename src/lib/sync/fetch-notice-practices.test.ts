import { beforeEach, describe, expect, test, vi } from 'vitest';
import { ContentServer } from '../../../tests/fixtures/content-server';
import { FakeCaches } from '../../../tests/fixtures/media-cache';
import { joinedPhone, type Tab } from '../../../tests/fixtures/phone';
import type { NoticeOf } from '../domain/notice';
import { SCAM_COURSE, scamLesson } from '../domain/scam-lesson';
import { sha256 } from '../offline/sha256';

const ID = 'scam00000000001';
let tab: Tab;
let id: string;
let server: ContentServer;
let caches: FakeCaches;
let trick: NoticeOf<'scam'>;
let spoken: string;

beforeEach(async () => {
	({ tab, id } = await joinedPhone());
	caches = new FakeCaches();
	vi.stubGlobal('caches', caches);
	server = new ContentServer({ phone: ['a'] });
	trick = await trickOf('Tin giả', 'Chị không đặt hàng.');
});

/** A trick on the server, with one sentence and a title. */
async function trickOf(title: string, says: string, rest: Partial<NoticeOf<'scam'>> = {}) {
	const said = server.say(says);
	const named = server.say(title).vi;
	spoken = said.vi.clip;
	const practice = { format: 1, lesson: scamLesson(ID), course: SCAM_COURSE, name: 'scam-of-the-week' };
	const text = JSON.stringify({ ...practice, picture: named.clip, done: said, parts: [] });
	const hash = (await sha256(new TextEncoder().encode(text)))!;
	server.files.set(`/api/practices/${hash}.json`, text);
	const body = { trick: 'message', title: named, picture: named.clip, practice: hash, bytes: 900, own: [] };
	const notice = { id: ID, kind: 'scam', version: 1, fromMs: 1000, untilMs: null, body };
	return { ...notice, from: { name: 'Cô Hoa', picture: 'fish' }, ...rest } as NoticeOf<'scam'>;
}
const stands = async (...tricks: NoticeOf<'scam'>[]) => {
	await tab.db.notices.clear();
	for (const notice of tricks) await tab.db.notices.put({ profile: id, id: notice.id, notice });
};
const bring = async () => (await import('./fetch-notice-media')).fetchNoticeMedia(id, server.fetch);
const look = async (phoneMs = 5000) =>
	(await import('../offline/load-practice-of-notice')).loadScam(id, ID, () => phoneMs);
const isHere = async (name: string) => (await caches.open('media-v1')).files.has(`/media/${name}`);

describe('a trick on its way to the phone', () => {
	test('comes whole: its practice, its clips, its title', async () => {
		await stands(trick);
		expect((await look()).kind).toBe('coming');
		await bring();
		expect(await look()).toMatchObject({ kind: 'here', isHeard: false });
		expect(await isHere(spoken)).toBe(true);
	});
	test('told twice it is fetched once', async () => {
		await stands(trick);
		await bring();
		const asked = server.asked.length;
		await bring();
		expect(server.asked.length).toBe(asked);
	});
	test('without a line, or on a full phone, it waits; with room it comes', async () => {
		await stands(trick);
		const { fetchScam } = await import('./fetch-notice-practices');
		expect(await fetchScam(id, trick, () => Promise.reject(new TypeError('away')))).toBe('offline');
		caches.room = 0;
		expect(await fetchScam(id, trick, server.fetch)).toBe('full');
		expect((await look()).kind).toBe('coming');
		caches.room = Infinity;
		expect(await fetchScam(id, trick, server.fetch)).toBe('kept');
		expect((await look()).kind).toBe('here');
	});
	test('that the server no longer has is not here, and nothing breaks', async () => {
		server.files.clear();
		await stands(trick);
		await bring();
		expect((await look()).kind).toBe('coming');
	});
	test('other bytes than those of its name are not kept', async () => {
		server.files.set(`/api/practices/${trick.body.practice}.json`, '{"other":true}');
		await stands(trick);
		await bring();
		expect(await tab.db.practices.count()).toBe(0);
	});
	test('changed, the new one takes the place of the old', async () => {
		await stands(trick);
		await bring();
		const old = spoken;
		const next = await trickOf('Tin giả', 'Họ giục chị.', { version: 2 });
		await stands(next);
		await bring();
		expect(await look()).toMatchObject({ kind: 'here', notice: { version: 2 } });
		expect([await tab.db.practices.count(), await isHere(old), await isHere(spoken)]).toEqual([
			1,
			false,
			true
		]);
	});
	test('taken back it goes with its sound, and nothing that another names', async () => {
		await stands(trick);
		await bring();
		await stands();
		await bring();
		expect((await look()).kind).toBe('gone');
		expect([await tab.db.practices.count(), await isHere(spoken)]).toEqual([0, false]);
	});
	test('over by its day it is gone, though its files are still here', async () => {
		await stands({ ...trick, untilMs: 6000 });
		await bring();
		expect([(await look(5000)).kind, (await look(7000)).kind]).toEqual(['here', 'gone']);
	});
	test('done on another phone of hers it counts as done here', async () => {
		await stands(trick);
		await bring();
		await tab.record(id, { kind: 'notice.heard', data: { notice: ID, version: 1 } });
		expect(await look()).toMatchObject({ kind: 'here', isHeard: true });
	});
});
