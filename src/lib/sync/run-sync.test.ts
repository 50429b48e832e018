import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FakeCaches } from '../../../tests/fixtures/media-cache';
import { joinedPhone, type Tab } from '../../../tests/fixtures/phone';
import { SyncServer } from '../../../tests/fixtures/sync-server';
import type { Notice } from '../domain/notice';

const heard = (card: number) => ({ kind: 'card.heard', data: { lesson: 'nut-va-man-hinh', card } }) as const;
const voice = {
	...{ id: 'a'.repeat(15), kind: 'voice', version: 1, fromMs: 1000, untilMs: null },
	...{ from: { name: 'Cô Hoa', picture: 'fish' } },
	body: { clip: `${'a'.repeat(64)}.ogg`, ms: 1000, bytes: 1000 }
} as Notice;

let tab: Tab;
let id: string;
let server: SyncServer;
beforeEach(async () => {
	({ tab, id } = await joinedPhone());
	server = new SyncServer();
	server.knows((await tab.db.profiles.get(id))!.device);
	await tab.db.notices.put({ profile: id, id: voice.id, notice: voice });
	vi.stubGlobal('caches', new FakeCaches());
});
afterEach(() => {
	vi.unstubAllGlobals();
});

test('what she does is delivered while a file of a notice is still on its way, for as long as that takes', async () => {
	const asked: string[] = [];
	const fetch: typeof globalThis.fetch = (input, init) => {
		const url = String(input instanceof Request ? input.url : input);
		asked.push(url);
		return url.startsWith('/media/') ? new Promise(() => {}) : server.fetch(input, init);
	};
	const { runSync } = await import('./run-sync');
	await tab.record(id, heard(1));
	expect((await runSync(fetch))?.deliveries.get(id)).toEqual({ kind: 'delivered' });
	await expect.poll(() => asked).toContain(`/media/${(voice.body as { clip: string }).clip}`);
	await tab.record(id, heard(2));
	expect((await runSync(fetch))?.deliveries.get(id)).toEqual({ kind: 'delivered' });
	expect(server.stored()).toHaveLength(2);
});
