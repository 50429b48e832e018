import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { catalogOf } from '../../../tests/fixtures/catalog';
import { numbered } from '../../../tests/fixtures/events';
import { joinedPhone, mai, type Tab } from '../../../tests/fixtures/phone';
import { SyncServer } from '../../../tests/fixtures/sync-server';
import type { Event } from '../domain/event';
import { applyEvent, notStarted } from '../domain/progress';

const lesson = 'nut-va-man-hinh';
const heard = (card: number) => ({ kind: 'card.heard', data: { lesson, card } }) as const;

let tab: Tab;
let id: string;
let server: SyncServer;
beforeEach(async () => {
	({ tab, id } = await joinedPhone());
	server = new SyncServer();
	server.knows((await profile()).device);
});
afterEach(() => vi.restoreAllMocks());

const profile = async () => (await tab.db.profiles.get(id))!;
const deliver = () => tab.deliver(id, server.fetch);
const hear = async (...cards: number[]) => {
	for (const card of cards) await tab.record(id, heard(card));
};
const heardCards = async () => (await tab.loadProgress(id)).lessons[lesson]?.heard ?? [];
const ids = (events: Event[]) => events.map((event) => event.id).sort();
const kept = async () => ids((await tab.db.events.toArray()) as Event[]);

describe('delivering', () => {
	test('sends everything once, and keeps it; then it names the newest', async () => {
		await hear(1, 2, 3);
		expect(await deliver()).toEqual({ kind: 'delivered' });
		expect(await tab.countOwed(id)).toBe(0);
		expect(ids(server.stored())).toEqual(await kept());
		await deliver();
		expect(server.calls.at(-1)?.body).toMatchObject({ events: [], after: { seq: 3 } });
	});

	test('sends nothing of how the phone keeps an event', async () => {
		await hear(1);
		await deliver();
		expect(Object.keys(server.stored()[0]!).sort()).toEqual(['at', 'data', 'device', 'id', 'kind', 'seq']);
	});

	test('sends 120 events in three calls of at most 50', async () => {
		for (let card = 1; card <= 120; card++) await hear((card % 50) + 1);
		await deliver();
		expect(server.calls.map(({ body }) => (body as { events: unknown[] }).events.length)).toEqual([
			50, 50, 20
		]);
		expect(server.stored()).toHaveLength(120);
	});

	test.each([
		{ cut: 'before' as const, stored: 0 },
		{ cut: 'after' as const, stored: 2 }
	])('a line cut $cut the server stored loses and doubles nothing', async ({ cut, stored }) => {
		await hear(1, 2);
		server.cut = cut;
		expect(await deliver()).toEqual({ kind: 'offline' });
		expect(await tab.countOwed(id)).toBe(2);
		expect(server.stored()).toHaveLength(stored);
		server.cut = 'no';
		expect(await deliver()).toEqual({ kind: 'delivered' });
		expect(ids(server.stored())).toEqual(await kept());
	});

	test('a refused event keeps its reason, and its neighbours go', async () => {
		await hear(1, 2);
		const refused = (await tab.db.events.toArray()).find((event) => event.seq === 1)!.id;
		server.refuse.add(refused);
		expect(await deliver()).toEqual({ kind: 'delivered' });
		expect((await tab.db.events.get([id, refused]))?.refused).toBe('malformed');
		expect(await heardCards()).toEqual([1, 2]);
	});

	test.each([
		{ what: 'a login page', answer: () => new Response('<html>', { status: 200 }) },
		{ what: 'JSON of somebody else', answer: () => Response.json({ ok: true }) },
		{ what: 'a gateway', answer: () => Response.json({ code: 'x' }, { status: 502 }) },
		{ what: 'a proxy that refuses in HTML', answer: () => new Response('<html>', { status: 403 }) }
	])('$what in between is no line', async ({ answer }) => {
		await hear(1);
		const strange = (() => Promise.resolve(answer())) as typeof fetch;
		expect(await tab.deliver(id, strange)).toEqual({ kind: 'offline' });
		expect(await tab.countOwed(id)).toBe(1);
	});

	test('too many calls: the wait that the server names', async () => {
		const busy = (() =>
			Promise.resolve(
				Response.json({ code: 'too_many_tries' }, { status: 429, headers: { 'retry-after': '12' } })
			)) as typeof fetch;
		expect(await tab.deliver(id, busy)).toEqual({ kind: 'too_many', waitMs: 12_000 });
	});

	test('a server whose watermark does not move is not asked for ever', async () => {
		await hear(1, 2);
		const { device } = await profile();
		const events = server.devices.get(device)!;
		vi.spyOn(events, 'set').mockImplementation(() => events);
		expect(await deliver()).toEqual({ kind: 'stuck' });
		expect(server.calls).toHaveLength(1);
	});

	test('what she does while a call that had nothing to send is on its way goes with the next', async () => {
		let isFirst = true;
		const slow = (async (...call: Parameters<typeof fetch>) => {
			const answer = await server.fetch(...call);
			if (isFirst) await hear(1);
			isFirst = false;
			return answer;
		}) as typeof fetch;
		expect(await tab.deliver(id, slow)).toEqual({ kind: 'delivered' });
		expect(ids(server.stored())).toEqual(await kept());
	});

	test('a revoked phone keeps what it has not sent, and says so', async () => {
		await hear(1);
		server.revoked.add((await profile()).device);
		expect(await deliver()).toEqual({ kind: 'revoked' });
		expect(await profile()).toMatchObject({ revoked: true });
		expect(await tab.countOwed(id)).toBe(1);
		server.revoked.clear();
		await tab.joinProfile(id, mai);
		expect(await deliver()).toEqual({ kind: 'delivered' });
		expect(await profile()).toMatchObject({ revoked: false });
	});

	test('a guest sends nothing; what she did becomes hers when she joins', async () => {
		await tab.db.profiles.update(id, { learner: null });
		await hear(1);
		expect(await deliver()).toEqual({ kind: 'not_joined' });
		expect(server.calls).toEqual([]);
		await tab.joinProfile(id, mai);
		expect(await deliver()).toEqual({ kind: 'delivered' });
		expect(server.stored()).toHaveLength(1);
	});

	test('a profile that is another woman’s is not taken over by a card', async () => {
		const lan = { ...mai, id: 'learner00000002', name: 'Lan' };
		expect(await tab.joinProfile(id, lan)).toEqual({ kind: 'other_learner' });
		expect((await profile()).name).toBe('Mai');
	});
});

describe('a server restored from an old backup', () => {
	test('is filled up again', async () => {
		await hear(1, 2);
		await deliver();
		const backup = server.backup();
		await hear(3, 4);
		await deliver();
		server.devices = backup;
		await hear(5);
		expect(await deliver()).toEqual({ kind: 'delivered' });
		expect(ids(server.stored())).toEqual(await kept());
	});

	test('is filled up also when nothing new happened', async () => {
		const backup = server.backup();
		await hear(1, 2);
		await deliver();
		server.devices = backup;
		expect(await deliver()).toEqual({ kind: 'delivered' });
		expect(server.stored()).toHaveLength(2);
	});

	test('is asked for her other devices from the beginning', async () => {
		server.devices.set('other', new Map(numbered([heard(7)]).map((event) => [event.seq, event])));
		await hear(1, 2);
		await deliver();
		server.devices.get((await profile()).device)!.clear();
		await deliver();
		expect(server.calls.map(({ body }) => (body as { since: number }).since)).toEqual([0, 1, 0]);
		expect(await heardCards()).toEqual([1, 2, 7]);
	});
});

describe('two phones that are copies of one', () => {
	test('both deliver all they have: the second goes on as a new device', async () => {
		await hear(1, 2);
		await deliver();
		const { device } = await profile();
		// The other copy was faster with number 3.
		const [other] = numbered([heard(9)], device, 3);
		server.devices.get(device)!.set(3, other!);
		await hear(3, 4);
		expect(await deliver()).toEqual({ kind: 'delivered' });
		const after = await profile();
		expect(after.device).not.toBe(device);
		expect(after).toMatchObject({ forkedFrom: null, nextSeq: 5, watermark: 4 });
		expect(ids(server.stored())).toEqual(await kept());
		expect(await heardCards()).toEqual([1, 2, 3, 4, 9]);
		await hear(5);
		await deliver();
		expect(ids(server.stored())).toEqual(await kept());
	});

	test('both deliver all they have also when the server forgot one of them and believes the other', async () => {
		await hear(1);
		await deliver();
		const { device } = await profile();
		const backup = server.backup();
		await hear(2, 3, 4);
		await deliver();
		server.devices = backup;
		// The other copy fills the forgotten numbers with its own.
		for (const event of numbered([heard(7), heard(8)], device, 2)) backup.get(device)!.set(event.seq, event);
		expect(await deliver()).toEqual({ kind: 'delivered' });
		expect((await profile()).device).not.toBe(device);
		expect(await heardCards()).toEqual([1, 2, 3, 4, 7, 8]);
		expect(ids(server.stored())).toEqual(await kept());
	});

	test('what was delivered under the device before the fork fills up a restored server too', async () => {
		await hear(1, 2);
		await deliver();
		await tab.takeNewDevice(id, (await profile()).device);
		await deliver();
		const { device } = await profile();
		server.devices = new Map([[device, new Map()]]);
		expect(await deliver()).toEqual({ kind: 'delivered' });
		expect(ids(server.stored())).toEqual(await kept());
	});

	test('a card settles a fork whose devices a restored server knows neither of', async () => {
		await hear(1);
		await tab.takeNewDevice(id, (await profile()).device);
		server.devices = new Map();
		expect(await deliver()).toEqual({ kind: 'not_joined' });
		server.knows((await profile()).device);
		await tab.joinProfile(id, mai);
		expect(await deliver()).toEqual({ kind: 'delivered' });
	});

	test('a phone set back to an old copy of itself does not number into what the server has', async () => {
		await hear(1);
		await deliver();
		const { device } = await profile();
		const lost = numbered([heard(8), heard(9)], device, 2);
		for (const event of lost) server.devices.get(device)!.set(event.seq, event);
		expect(await deliver()).toEqual({ kind: 'delivered' });
		await hear(2);
		await deliver();
		expect((await profile()).device).not.toBe(device);
		expect(await heardCards()).toEqual([1, 2, 8, 9]);
		expect(ids(server.stored())).toEqual(await kept());
	});

	test('an app killed before the new device was known goes on where it was', async () => {
		await hear(1);
		const { device } = await profile();
		server.devices.get(device)!.set(1, numbered([heard(9)], device)[0]!);
		await tab.takeNewDevice(id, device);
		await tab.takeNewDevice(id, device);
		expect((await profile()).forkedFrom).toBe(device);
		await tab.takeNewDevice(id, (await profile()).device);
		expect((await profile()).forkedFrom).toBe(device);
		expect(await deliver()).toEqual({ kind: 'delivered' });
		expect(server.calls[0]).toMatchObject({ url: '/api/devices', body: { from: device } });
		expect(await heardCards()).toEqual([1, 9]);
	});
});

describe('what the server has of her other devices', () => {
	const history = numbered([heard(1), heard(2), heard(2), { kind: 'lesson.completed', data: { lesson } }]);

	test('comes to a wiped phone that joins again, page after page', async () => {
		server.devices.set('old', new Map(history.map((event) => [event.seq, event])));
		server.page = 3;
		await deliver();
		expect(await tab.loadProgress(id)).toEqual(history.reduce(applyEvent, notStarted));
		expect(await tab.countOwed(id)).toBe(0);
	});

	test('is folded once, however often it comes', async () => {
		const right = { kind: 'question.answered', data: { lesson, question: 1, try: 1, right: true } } as const;
		server.devices.set('old', new Map(numbered([right]).map((event) => [event.seq, event])));
		await deliver();
		await tab.db.profiles.update(id, { cursor: 0 });
		await deliver();
		expect((await tab.loadProgress(id)).lessons[lesson]?.questions[1]?.answers).toBe(1);
	});

	test('of a kind that this version does not know is kept and changes nothing', async () => {
		const strange = { ...history[0]!, kind: 'stall.opened', data: { stall: 'x' } } as unknown as Event;
		server.devices.set('old', new Map([[1, strange]]));
		expect(await deliver()).toEqual({ kind: 'delivered' });
		expect(await tab.loadProgress(id)).toEqual(notStarted);
		expect(await kept()).toEqual([strange.id]);
	});

	test('can complete a course: its badge is earned', async () => {
		await tab.keepCatalog(catalogOf({ phone: [lesson] }));
		const right = { kind: 'question.answered', data: { lesson, question: 1, try: 1, right: true } } as const;
		const done = [...history, ...numbered([right], history[0]!.device, 5)];
		server.devices.set('old', new Map(done.map((event) => [event.seq, event])));
		await deliver();
		expect(await tab.loadBadges(id)).toMatchObject([{ course: 'phone', state: 'earned' }]);
	});

	test('confirms a badge and keeps the day on which she earned it', async () => {
		await tab.db.badges.add({ profile: id, course: 'phone', earnedAtMs: 5, state: 'earned' });
		server.badges = [{ id: 'b1', course: 'phone', issuedAtMs: 9 }];
		await deliver();
		expect(await tab.loadBadges(id)).toEqual([{ course: 'phone', earnedAtMs: 5, state: 'issued', id: 'b1' }]);
	});

	test('an answer that cannot be kept whole is not kept at all', async () => {
		server.devices.set('old', new Map(history.map((event) => [event.seq, event])));
		vi.spyOn(tab.db.progress, 'bulkPut').mockImplementation(() => {
			throw new DOMException('full', 'QuotaExceededError');
		});
		expect(await deliver()).toEqual({ kind: 'trouble', code: 'full' });
		expect(await tab.db.events.count()).toBe(0);
		expect(await profile()).toMatchObject({ cursor: 0, lastDeliveredAtMs: null });
	});

	test('a reset of her code by the trainer opens her profile, whatever the phone’s clock says', async () => {
		await tab.setCode(id, ['fish', 'corn', 'sun'], () => 9e12);
		server.learner.codeResetAtMs = 1_790_000_000_000;
		await deliver();
		expect((await profile()).code).toBeNull();
		await tab.setCode(id, ['fish', 'corn', 'sun']);
		await deliver();
		expect((await profile()).code).not.toBeNull();
	});
});
