import { beforeEach, describe, expect, test, vi } from 'vitest';
import { newPhone, type Tab } from '../../../tests/fixtures/phone';
import { ContentServer } from '../../../tests/fixtures/content-server';
import { FakeCaches } from '../../../tests/fixtures/media-cache';
import type { Practice } from '../domain/practice';
import { sha256 } from './sha256';

let tab: Tab;
let server: ContentServer;
let hash: string;
let clip: string;
beforeEach(async () => {
	tab = await newPhone();
	vi.stubGlobal('caches', new FakeCaches());
	server = new ContentServer({ phone: ['a', 'b'], market: ['c'] });
	const done = server.say('giỏi quá');
	clip = done.vi.clip;
	const practice = {
		format: 1,
		lesson: 'a',
		course: 'phone',
		name: 'p',
		done,
		parts: []
	} as unknown as Practice;
	const text = JSON.stringify(practice);
	hash = (await sha256(new TextEncoder().encode(text)))!;
	server.files.set(`/api/practices/${hash}.json`, text);
	server.files.set('/api/practices/current/a.json', text);
	server.course('phone').modules[0]!.lessons[0]!.practice = {
		hash,
		name: 'p',
		bytes: 500,
		sizes: { vi: { bytes: 500 } }
	};
	await tab.keepCatalog(server.catalog);
});

const media = async (name: string) => (await caches.open('media-v1')).match(`/media/${name}`);

describe('a practice on the phone', () => {
	test('comes with its course, weighs in it, and goes with it', async () => {
		const downloads = await import('./downloads');
		const phone = server.course('phone');
		const before = await downloads.courseOnPhone(phone, 'vi');
		expect(await downloads.downloadCourse(phone, 'vi', { fetch: server.fetch, pauseMs: 1 })).toEqual({
			kind: 'done'
		});
		const after = await downloads.courseOnPhone(phone, 'vi');
		// The interface's clip is known only now.
		expect(after.bytesTotal - before.bytesTotal).toBeLessThan(100);
		expect(after).toMatchObject({ bytesHere: after.bytesTotal, lessonsHere: 2, lessonsTotal: 2 });
		expect(await tab.db.practices.get(hash)).toMatchObject({ lesson: 'a', course: 'phone' });
		expect(await media(clip)).toBeDefined();
		await downloads.removeCourse(phone);
		expect(await tab.db.practices.count()).toBe(0);
		expect(await media(clip)).toBeUndefined();
	});

	test('with other bytes than its hash is not kept', async () => {
		server.files.set(`/api/practices/${hash}.json`, '{"format":1}');
		const { downloadCourse } = await import('./downloads');
		const phone = server.course('phone');
		expect(await downloadCourse(phone, 'vi', { fetch: server.fetch, pauseMs: 1 })).toEqual({
			kind: 'offline'
		});
		expect(await tab.db.practices.count()).toBe(0);
	});

	test('is asked of the network where it is not here, and one that is nowhere is told', async () => {
		const { loadPractice } = await import('./load-practice');
		expect(await loadPractice('a', server.fetch)).toMatchObject({ hash, practice: { lesson: 'a' } });
		await expect(loadPractice('b', server.fetch)).rejects.toMatchObject({ code: 'lesson_unknown' });
	});

	test('done to its end is remembered by lesson', async () => {
		const { practicesDone } = await import('./practices-done');
		const made = await tab.createGuest('vi');
		if (made.kind !== 'kept') throw new Error();
		const outcome = { steps: 3, wrong: 1, fell: ['fake-courier'] };
		await tab.record(made.profile.id, {
			kind: 'practice.completed',
			data: { lesson: 'a', practice: 'p', outcome }
		});
		expect(await practicesDone(made.profile.id)).toEqual(new Set(['a']));
		expect((await tab.loadProgress(made.profile.id)).lessons).toEqual({});
	});
});
