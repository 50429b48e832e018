import { beforeEach, describe, expect, test } from 'vitest';
import { joinedPhone, mai, type Tab } from '../../../tests/fixtures/phone';
import type { Roster } from '../domain/together';
import type { SyncResponse } from '../domain/sync';
import type { GatheringRow } from '../offline/rows';

let tab: Tab;
let id: string;
let around: typeof import('../offline/together');
let staff: typeof import('../offline/together/keep-staff-rosters') &
	typeof import('../offline/together/forget-staff') &
	typeof import('../offline/together/owed-gatherings') &
	typeof import('../offline/together/note-told');
let sync: typeof import('./sync-staff');
beforeEach(async () => {
	({ tab, id } = await joinedPhone());
	around = await import('../offline/together');
	staff = {
		...(await import('../offline/together/keep-staff-rosters')),
		...(await import('../offline/together/forget-staff')),
		...(await import('../offline/together/owed-gatherings')),
		...(await import('../offline/together/note-told'))
	};
	sync = await import('./sync-staff');
});

const roster = (group = 'g', ...women: string[]): Roster => ({
	...{ id: group, name: `Nhóm ${group}` },
	women: women.map((name) => [name.padEnd(15, '0'), name, 'fish'])
});
const row = (event: string, rest: Partial<GatheringRow> = {}): GatheringRow => ({
	...{ id: event, profile: id, group: 'g', lesson: 'nut', present: ['mai'], newcomers: [], more: 0, at: 3 },
	...{ hands: [], note: '', startedAtMs: 1000, endedAtMs: null, toldAtMs: null },
	...rest
});
const ofStaff = (event: string, rest: Partial<GatheringRow> = {}) =>
	row(event, { profile: 'staff:s', ...rest });
const profile = async () => (await tab.db.profiles.get(id))!;
const names = async () =>
	(await around.listCircles(await profile())).map((c) => [c.isStaff, c.name, c.women.length]);

async function answered(groups: Roster[], watermark = 0, heard: string[] = []) {
	const { device, learner, cursor } = await profile();
	const together = { digest: 'd', groups, heard };
	const changes = { events: [], cursor, more: false, learner: learner ?? mai, badges: [], together };
	const response: SyncResponse = { watermark, rejected: [], now: 1, changes };
	return tab.applyAnswer(id, device, response, () => 1);
}

describe("a woman's phone", () => {
	test('keeps the women of her groups and what she heard, as the last answer says it', async () => {
		await answered([roster('g', 'lan', 'hoa'), roster('h')], 0, ['nut']);
		expect(await names()).toEqual([
			[false, 'Nhóm g', 2],
			[false, 'Nhóm h', 0]
		]);
		expect(await profile()).toMatchObject({ together: 'd', heardTogether: ['nut'] });
		await answered([roster('h', 'lan')]);
		expect(await names()).toEqual([[false, 'Nhóm h', 1]]);
	});
	test('tells what it ends as an event of its own, once, and loses neither', async () => {
		const newcomer = { id: 'sua'.padEnd(15, '0'), name: 'Sua', picture: 'bee' as const };
		const one = row('e'.repeat(26), { newcomers: [newcomer], present: [newcomer.id] });
		await answered([roster('g', 'lan')]);
		await around.keepGathering(one);
		expect((await around.listCircles(await profile()))[0]!.women.map(({ name }) => name)).toEqual([
			'lan',
			'Sua'
		]);
		await around.endGathering(one, () => 7);
		await around.endGathering(one, () => 8);
		await around.keepGathering({ ...one, at: 1 });
		const events = await tab.listOwed(await profile(), 10);
		expect(events).toMatchObject([
			{ id: one.id, seq: 1, at: 7, kind: 'lesson.heard_together', data: { group: 'g', here: 1 } }
		]);
		expect((await tab.loadProgress(id)).lessons).toEqual({});
		// She is in the list until the server, which has the event now, lists her or does not.
		expect((await around.listCircles(await profile()))[0]!.women).toHaveLength(2);
		await answered([roster('g', 'lan')], 1);
		expect((await around.listCircles(await profile()))[0]!.women).toHaveLength(1);
	});
	test('names nobody of those who are in no group', async () => {
		await around.endGathering(row('f'.repeat(26), { group: null, present: ['fish', 'bee'], more: 3 }));
		const [event] = await tab.listOwed(await profile(), 10);
		expect(event!.data).toMatchObject({ group: null, present: [], newcomers: [], here: 5 });
	});
	test('finds what was interrupted, and only that', async () => {
		const now = 3600_000;
		await around.keepGathering(row('a', { startedAtMs: now }));
		await around.keepGathering(row('b', { startedAtMs: now + 1, present: [] }));
		await around.keepGathering(row('c', { startedAtMs: now - 13 * 3600_000 }));
		await around.endGathering(row('d', { startedAtMs: now + 2 }));
		expect((await around.openGathering([id], now))?.id).toBe('a');
		expect(await around.openGathering(['other'], now)).toBeUndefined();
	});
	test('forgets all of it with her', async () => {
		await answered([roster('g', 'lan')]);
		await around.keepGathering(row('a'));
		await tab.removeProfile(id);
		expect([await tab.db.rosters.count(), await tab.db.gatherings.count()]).toEqual([0, 0]);
	});
});

describe("a trainer's phone", () => {
	test('keeps her groups until she signs out, and what is not told until she is back', async () => {
		await staff.keepStaffRosters('s', [roster('g', 'lan')]);
		await answered([roster('g', 'l'), roster('h', 'm')]);
		expect(await names()).toEqual([
			[true, 'Nhóm g', 1],
			[false, 'Nhóm h', 1]
		]);
		await around.endGathering(ofStaff('a'));
		await around.keepGathering(ofStaff('b'));
		await staff.forgetStaff();
		expect(await names()).toEqual([
			[false, 'Nhóm g', 1],
			[false, 'Nhóm h', 1]
		]);
		expect((await tab.db.gatherings.toArray()).map((one) => one.id)).toEqual(['a']);
		expect(await around.countUntold('staff:s')).toEqual({ waiting: 1, refused: 0 });
	});
	test('another who signs in sees none of hers', async () => {
		await staff.keepStaffRosters('s', [roster('g', 'lan')]);
		await staff.keepStaffRosters('t', [roster('h')]);
		expect(await names()).toEqual([[true, 'Nhóm h', 0]]);
		await around.endGathering(ofStaff('a'));
		expect(await staff.owedGatherings('t', [], 0)).toEqual([]);
	});
	test('owes what the server does not list, also after it was put back to an older copy', async () => {
		await around.endGathering(ofStaff('a'), () => 10);
		await around.endGathering(ofStaff('b', { lesson: null, note: 'Họp' }), () => 20);
		expect(await staff.owedGatherings('s', [], 0)).toMatchObject([
			{ id: 'a', at: 10, kind: 'lesson.heard_together' },
			{ id: 'b', at: 20, kind: 'meeting.held', data: { note: 'Họp' } }
		]);
		await staff.noteTold(['a'], [{ id: 'b', reason: 'forbidden' }], 100);
		expect(await staff.owedGatherings('s', ['a'], 50)).toEqual([]);
		expect(await staff.owedGatherings('s', [], 50)).toMatchObject([{ id: 'a' }]);
		// Told before the time of the list: it is believed.
		expect(await staff.owedGatherings('s', [], 150)).toEqual([]);
		expect(await around.countUntold('staff:s')).toEqual({ waiting: 0, refused: 1 });
	});
});

describe('bringing a trainer and the server level', () => {
	type Call = { url: string; body?: { events: { id: string }[] } };
	const calls: Call[] = [];
	/** A server that takes everything; `told` is what it lists. */
	function server(told: string[], { status = 200, rejects = [] as string[] } = {}) {
		calls.length = 0;
		return ((url: string, init?: RequestInit) => {
			const body = init?.body ? (JSON.parse(init.body as string) as Call['body']) : undefined;
			calls.push({ url, ...(body ? { body } : {}) });
			if (status !== 200) return Promise.resolve(Response.json({ code: 'not_signed_in' }, { status }));
			if (!body)
				return Promise.resolve(
					Response.json({ staff: { id: 's' }, since: 0, told, groups: [roster('g', 'lan')] })
				);
			const ids = body.events.map((event) => event.id);
			const rejected = ids
				.filter((one) => rejects.includes(one))
				.map((one) => ({ id: one, reason: 'forbidden' }));
			told.push(...ids);
			return Promise.resolve(Response.json({ taken: ids.filter((one) => !rejects.includes(one)), rejected }));
		}) as typeof fetch;
	}

	test('groups come, what is owed goes, and then there is nothing to tell', async () => {
		await around.endGathering(ofStaff('a'));
		const told: string[] = [];
		expect(await sync.syncStaff(server(told), 'x')).toEqual({ kind: 'done' });
		expect(calls.map(({ url }) => url)).toEqual([
			'/api/groups/rosters?group=x',
			'/api/meetings',
			'/api/groups/rosters?group=g&group=x'
		]);
		expect(await names()).toEqual([[true, 'Nhóm g', 1]]);
		await sync.syncStaff(server(told));
		expect(calls).toHaveLength(1);
	});
	test('fifty in a call, and a refused one holds up no other', async () => {
		for (let n = 0; n < 51; n++) await around.endGathering(ofStaff(`a${n}`));
		await sync.syncStaff(server([], { rejects: ['a7'] }));
		expect(calls.flatMap(({ body }) => body?.events.length ?? [])).toEqual([50, 1]);
		expect(await around.countUntold('staff:s')).toEqual({ waiting: 0, refused: 1 });
	});
	test('without a line everything stays; signed out, her groups go and what is owed stays', async () => {
		await staff.keepStaffRosters('s', [roster('g', 'lan')]);
		await around.endGathering(ofStaff('a'));
		const offline = (() => Promise.reject(new TypeError())) as typeof fetch;
		expect(await sync.syncStaff(offline)).toEqual({ kind: 'offline' });
		expect(await names()).toEqual([[true, 'Nhóm g', 1]]);
		expect(await sync.syncStaff(server([], { status: 401 }))).toEqual({ kind: 'signed_out' });
		expect(await names()).toEqual([]);
		expect(await around.countUntold('staff:s')).toEqual({ waiting: 1, refused: 0 });
	});
});

test('an id for a woman whom nobody knows has the form of a learner’s, whatever the dice say', async () => {
	const { newPersonId } = await import('../offline/together/new-person-id');
	expect(newPersonId()).toMatch(/^[a-z0-9]{15}$/);
	let byte = 250;
	expect(newPersonId((bytes) => bytes.map(() => (byte = (byte + 1) % 256)))).toMatch(/^[a-z0-9]{15}$/);
});
