import { beforeEach, describe, expect, test } from 'vitest';
import { joinedPhone, type Tab } from '../../../tests/fixtures/phone';
import type { Notice } from '../domain/notice';
import type { NoticesForHer, SyncResponse } from '../domain/sync';

let tab: Tab;
let id: string;
beforeEach(async () => {
	({ tab, id } = await joinedPhone());
});

const voice = (name: string, rest: Partial<Notice> = {}) =>
	({
		...{ id: name.padEnd(15, '0'), kind: 'voice', version: 1, fromMs: 1000, untilMs: null },
		...{ from: { name: 'Cô Hoa', picture: 'fish' } },
		body: { clip: `${'a'.repeat(64)}.ogg`, ms: 1000, bytes: 1000 },
		...rest
	}) as Notice;
const profile = async () => (await tab.db.profiles.get(id))!;

async function answered(notices: NoticesForHer | undefined, at = { server: 5000, phone: 5000 }) {
	const { device, learner, cursor } = await profile();
	const changes = { events: [], cursor, more: false, learner: learner!, badges: [] };
	const response: SyncResponse = {
		...{ watermark: 0, rejected: [], now: at.server },
		changes: notices ? { ...changes, notices } : changes
	};
	return tab.applyAnswer(id, device, response, () => at.phone);
}
async function here(phoneMs = 5000) {
	const { loadNotices } = await import('../offline/load-notices');
	const { notices, heard } = await loadNotices(id, () => phoneMs);
	return { ids: notices.map((notice) => notice.id.replace(/0+$/, '')), heard: [...heard] };
}

describe('notices on the phone', () => {
	test('are those of the last answer that told any, under its digest', async () => {
		await answered({ digest: 'one', all: [voice('a'), voice('b', { fromMs: 2000 })] });
		expect((await profile()).notices).toBe('one');
		expect((await here()).ids).toEqual(['b', 'a']);
		await answered(undefined);
		expect((await here()).ids).toEqual(['b', 'a']);
		await answered({ digest: 'two', all: [voice('c')] });
		expect((await here()).ids).toEqual(['c']);
		await answered({ digest: '', all: [] });
		expect([(await here()).ids, (await profile()).notices]).toEqual([[], '']);
	});
	test('of a kind that this version does not know are kept', async () => {
		await answered({ digest: 'x', all: [voice('a', { kind: 'later' } as never)] });
		expect((await here()).ids).toEqual(['a']);
	});
	test('stand by the time of the server, whatever the phone believes', async () => {
		const YEAR_MS = 365 * 24 * 3600_000;
		const all = [voice('a', { fromMs: 4000, untilMs: 9000 })];
		await answered({ digest: 'x', all }, { server: 5000, phone: 5000 + YEAR_MS });
		expect((await here(5000 + YEAR_MS)).ids).toEqual(['a']);
		expect((await here(9000 + YEAR_MS)).ids).toEqual([]);
		// Ended by its clock, it is still here: the server has the last word.
		expect(await tab.db.notices.count()).toBe(1);
		// Put right meanwhile.
		expect((await here(6000)).ids).toEqual(['a']);
	});
	test('are heard as soon as the event is kept, also when it came from another phone of hers', async () => {
		await answered({ digest: 'x', all: [voice('a')] });
		await tab.record(id, { kind: 'notice.heard', data: { notice: 'a'.padEnd(15, '0'), version: 1 } });
		expect((await here()).heard).toEqual(['a'.padEnd(15, '0')]);
	});
	test('go with her profile', async () => {
		await answered({ digest: 'x', all: [voice('a')] });
		await tab.removeProfile(id);
		expect(await tab.db.notices.count()).toBe(0);
	});
	test('are as they were when the answer could not be kept', async () => {
		await answered({ digest: 'one', all: [voice('a')] });
		const { device, learner } = await profile();
		const broken = { watermark: 0, rejected: [], now: 1 } as unknown as SyncResponse;
		broken.changes = {
			...{ events: [], cursor: 0, more: false, learner: learner!, notices: { digest: 'two', all: [] } },
			badges: [{ id: 'x', course: null as never, issuedAtMs: 1 }]
		};
		await expect(tab.applyAnswer(id, device, broken)).rejects.toThrow();
		expect([(await here()).ids, (await profile()).notices]).toEqual([['a'], 'one']);
	});
});
