import { beforeAll, describe, expect, test } from 'vitest';
import { pocketbase } from '$lib/server/pocketbase';
import { progressOf } from '$lib/server/repositories/progress';
import { revokeDevices } from '$lib/server/repositories/devices';
import { storeEvents } from '$lib/server/repositories/events';
import { sortEvents } from '$lib/server/sort-events';
import { Browser } from './browser';
import { newVillage, type Village } from './people';
import { answered, completed, heard, newId, Phone } from './phone';

let village: Village;
beforeAll(async () => {
	village = await newVillage(24);
});
const newcomer = () => {
	const woman = village.women.pop();
	if (!woman) throw new Error('The village is too small for these tests.');
	return woman;
};
async function newPhone() {
	const woman = newcomer();
	return { woman, phone: await new Phone().join(woman) };
}

describe('what a phone sends', () => {
	test('arrives, and again changes nothing', async () => {
		const { phone, woman } = await newPhone();
		const events = phone.events(heard(1), answered(1, false), answered(1, true), completed());
		const first = await phone.sync(events);
		expect(first).toMatchObject({ watermark: 4, rejected: [] });
		const after = await progressOf(woman.id);
		expect(await phone.sync(events)).toMatchObject({ watermark: 4, rejected: [] });
		expect(await phone.sync([...events, ...events])).toMatchObject({ watermark: 4 });
		expect(await progressOf(woman.id)).toEqual(after);
		expect(after.lessons['nut-va-man-hinh']?.questions[1]).toEqual({
			answers: 2,
			wrong: 1,
			right: true,
			rightFirst: true
		});
	});

	test('may come out of order and with a gap: the watermark waits below the gap, then jumps over all', async () => {
		const { phone } = await newPhone();
		const [a, b, c, d] = phone.events(heard(1), heard(2), heard(3), heard(4));
		expect((await phone.sync([d, c])).watermark).toBe(0);
		expect((await phone.sync([a])).watermark).toBe(1);
		expect((await phone.sync([b])).watermark).toBe(4);
	});

	test('may be a year late or from a phone that lives in 2090: it is taken', async () => {
		const { phone, woman } = await newPhone();
		const [late, future] = phone.events(heard(1), heard(2));
		const atMs = Date.UTC(2090, 0, 1);
		const answer = await phone.sync([
			{ ...late, at: Date.now() - 366 * 86_400_000 },
			{ ...future, at: atMs }
		]);
		expect(answer).toMatchObject({ watermark: 2, rejected: [] });
		expect((await progressOf(woman.id)).lessons['nut-va-man-hinh']?.lastAtMs).toBe(atMs);
	});

	test('may hold a bad event: it is named, its neighbours arrive, and nothing waits behind it', async () => {
		const { phone, woman } = await newPhone();
		const [a, b, c, d, e] = phone.events(heard(1), heard(2), heard(3), heard(4), heard(5));
		const answer = await phone.sync([
			a,
			{ ...b, kind: 'stall.painted' },
			{ ...c, data: { lesson: 'nut-va-man-hinh', card: 51 } },
			{ ...d, at: 'yesterday' },
			e,
			{ ...e, seq: 0 },
			{ ...e, id: 'E'.repeat(26) },
			null,
			'nonsense'
		]);
		expect(answer.watermark).toBe(5);
		expect(answer.rejected).toEqual([
			{ id: b?.id, reason: 'unknown_kind' },
			{ id: c?.id, reason: 'malformed' },
			{ id: d?.id, reason: 'malformed' },
			{ id: e?.id, reason: 'malformed' },
			{ id: 'E'.repeat(26), reason: 'malformed' },
			{ id: '', reason: 'malformed' },
			{ id: '', reason: 'malformed' }
		]);
		expect((await progressOf(woman.id)).lessons['nut-va-man-hinh']?.heard).toEqual([1, 5]);
	});

	test('may be refused today and understood tomorrow: sent again with the same number, it is taken', async () => {
		const { phone, woman } = await newPhone();
		const [event] = phone.events(heard(7));
		expect((await phone.sync([{ ...event, kind: 'not.yet' }])).rejected).toHaveLength(1);
		expect(await phone.sync([event])).toMatchObject({ watermark: 1, rejected: [] });
		expect((await progressOf(woman.id)).lessons['nut-va-man-hinh']?.heard).toEqual([7]);
	});

	test('in the name of another device is refused, and moves nobody', async () => {
		const { phone } = await newPhone();
		const [event] = phone.events(heard(1));
		const answer = await phone.sync([{ ...event, device: newId() }]);
		expect(answer).toMatchObject({ watermark: 0, rejected: [{ id: event?.id, reason: 'wrong_device' }] });
	});

	test('two different events under one number in one call: the second is refused', async () => {
		const { phone } = await newPhone();
		const [a, b] = phone.events(heard(1), heard(2));
		const answer = await phone.sync([a, { ...b, seq: 1 }]);
		expect(answer).toMatchObject({ watermark: 1, rejected: [{ id: b?.id, reason: 'seq_taken' }] });
	});

	test("with the id of another woman's event is refused; nothing is overwritten, nothing revealed", async () => {
		const [{ phone, woman }, other] = [await newPhone(), await newPhone()];
		const [hers] = phone.events(heard(1, 'lesson-of-hers'));
		await phone.sync([hers]);
		const [mine, next] = other.phone.events(heard(9), heard(2));
		const response = await other.phone.send([{ ...mine, id: hers?.id }, next]);
		const text = await response.text();
		expect(JSON.parse(text)).toMatchObject({
			watermark: 2,
			rejected: [{ id: hers?.id, reason: 'malformed' }]
		});
		expect(text).not.toContain('lesson-of-hers');
		expect(text).not.toContain(woman.id);
		expect((await progressOf(woman.id)).lessons).toHaveProperty('lesson-of-hers');
		expect((await progressOf(other.woman.id)).lessons['nut-va-man-hinh']?.heard).toEqual([2]);
	});
});

describe('a cloned phone', () => {
	test('is told so by a known number with another event, and nothing of that call is written', async () => {
		const { phone, woman } = await newPhone();
		await phone.sync(phone.events(heard(1), heard(2)));
		phone.nextSeq = 2;
		const response = await phone.send(phone.events(heard(3), heard(4)));
		expect(response.status).toBe(409);
		expect(await response.json()).toMatchObject({ code: 'device_forked' });
		expect((await progressOf(woman.id)).lessons['nut-va-man-hinh']?.heard).toEqual([1, 2]);
	});

	test('is told so also when the known number belongs to a refused event', async () => {
		const { phone } = await newPhone();
		const [bad] = phone.events(heard(1));
		await phone.sync([{ ...bad, kind: 'not.yet' }]);
		phone.nextSeq = 1;
		expect((await phone.send(phone.events(heard(2)))).status).toBe(409);
	});

	test('goes on under a new number, and events that were delivered under the old one fill their places', async () => {
		const { phone, woman } = await newPhone();
		const [one, two] = phone.events(heard(1), heard(2));
		await phone.sync([one, two]);
		const from = phone.device;
		phone.device = newId();
		expect((await phone.browser.post('/api/devices', { from, device: phone.device })).status).toBe(200);
		const [three] = phone.events(heard(3));
		const again = { ...two, device: phone.device, seq: 1 };
		const fresh = { ...three, device: phone.device, seq: 2 };
		expect(await phone.sync([again, fresh])).toMatchObject({ watermark: 2, rejected: [] });
		const { heard: cards } = (await progressOf(woman.id)).lessons['nut-va-man-hinh'] ?? {};
		expect(cards).toEqual([1, 2, 3]);
	});

	test("takes no number that is another woman's", async () => {
		const [{ phone }, other] = [await newPhone(), await newPhone()];
		const response = await phone.browser.post('/api/devices', {
			from: phone.device,
			device: other.phone.device
		});
		expect(response.status).toBe(409);
	});
});

describe('what she did on her other phone', () => {
	test('comes once, page by page, and her name and badges come along', async () => {
		const village = await newVillage(1);
		const [woman] = village.women;
		if (!woman) throw new Error();
		const [old, fresh] = [await new Phone().join(woman), await new Phone().join(woman)];
		const history = old.events(...Array.from({ length: 750 }, (_, n) => heard((n % 50) + 1)));
		await old.sync(history.slice(0, 500));
		await old.sync(history.slice(500));

		const first = await fresh.sync();
		expect(first.changes).toMatchObject({ more: true, learner: { id: woman.id, group: village.group.name } });
		const second = await fresh.sync([], { since: first.changes.cursor });
		expect(second.changes.more).toBe(false);
		const got = [...first.changes.events, ...second.changes.events];
		expect(got).toEqual(history);

		const third = await fresh.sync([], { since: second.changes.cursor });
		expect(third.changes).toMatchObject({ events: [], more: false });
		await old.sync(old.events(heard(5)));
		const { changes } = await fresh.sync([], { since: third.changes.cursor });
		expect(changes.events).toHaveLength(1);
		expect((await old.sync()).changes.events).toEqual([]);
	});

	test('begins anew for a cursor that is not from this store', async () => {
		const village = await newVillage(1);
		const [woman] = village.women;
		if (!woman) throw new Error();
		const [old, fresh] = [await new Phone().join(woman), await new Phone().join(woman)];
		await old.sync(old.events(heard(1), heard(2)));
		const { cursor } = (await fresh.sync()).changes;
		for (const since of [cursor + 1, cursor + 2 ** 20, 2 ** 50, 7])
			expect((await fresh.sync([], { since })).changes.events).toHaveLength(2);
		expect((await fresh.sync([], { since: cursor })).changes.events).toHaveLength(0);
	});
});

describe('a call that is refused as a whole', () => {
	const device = newId();
	test.each([
		{ what: 'broken JSON', body: '{"device":', status: 400, code: 'malformed' },
		{ what: 'no object', body: '[]', status: 400, code: 'malformed' },
		{ what: 'null', body: 'null', status: 400, code: 'malformed' },
		{ what: 'no device', body: { events: [] }, status: 400, code: 'malformed' },
		{ what: 'a device that is none', body: { device: '../x', events: [] }, status: 400, code: 'malformed' },
		{ what: 'events that are no list', body: { device, events: {} }, status: 400, code: 'malformed' },
		{ what: 'a negative cursor', body: { device, events: [], since: -1 }, status: 400, code: 'malformed' },
		{
			what: 'a cursor that is text',
			body: { device, events: [], since: '1' },
			status: 400,
			code: 'malformed'
		},
		{ what: '501 events', body: { device, events: Array(501).fill(0) }, status: 413, code: 'too_large' },
		{ what: 'over 512 kB', body: { device, events: ['x'.repeat(525_000)] }, status: 413, code: 'too_large' },
		{ what: 'a stranger', body: { device, events: [] }, status: 401, code: 'not_joined' }
	])('$what: $status $code', async ({ body, status, code }) => {
		const response = await new Browser().post('/api/sync', body);
		expect(response.status).toBe(status);
		expect(await response.json()).toEqual({ code, message: expect.any(String) as string });
	});

	test('over 512 kB that does not say so beforehand', async () => {
		const chunk = new TextEncoder().encode(`"${'x'.repeat(64 * 1024)}",`);
		const body = new ReadableStream({
			start(controller) {
				controller.enqueue(new TextEncoder().encode('{"device":"x","events":['));
				for (let n = 0; n < 10; n++) controller.enqueue(chunk);
				controller.close();
			}
		});
		const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body, duplex: 'half' };
		const response = await new Browser().fetch('/api/sync', init as RequestInit);
		expect(response.status).toBe(413);
		expect(await response.json()).toMatchObject({ code: 'too_large' });
	});

	test('plain text, as a foreign page could send it', async () => {
		const { phone } = await newPhone();
		const init = { method: 'POST', body: JSON.stringify({ device: phone.device, events: [] }) };
		const response = await phone.browser.fetch('/api/sync', {
			...init,
			headers: { 'content-type': 'text/plain' }
		});
		expect([400, 403]).toContain(response.status);
	});

	test("with another phone's cookie under its own name", async () => {
		const { phone } = await newPhone();
		const thief = new Phone();
		thief.browser.cookies.set(`bm_${thief.device}`, [...phone.browser.cookies.values()][0] ?? '');
		expect((await thief.send(thief.events(heard(1)))).status).toBe(401);
	});

	test('from a phone whose session is gone, also when it was there a moment ago', async () => {
		const { phone, woman } = await newPhone();
		await phone.sync(phone.events(heard(1)));
		const pb = await pocketbase();
		const filter = pb.filter('device = {:device}', { device: phone.device });
		for (const { id } of await pb.collection('sessions').getFullList({ filter }))
			await pb.collection('sessions').delete(id);
		const response = await phone.send(phone.events(heard(2)));
		expect(response.status).toBe(401);
		expect(await response.json()).toMatchObject({ code: 'not_joined' });
		expect((await progressOf(woman.id)).lessons['nut-va-man-hinh']?.heard).toEqual([1]);
	});

	test('from a revoked phone: it hears why, and after a new card it goes on where it was', async () => {
		const { phone, woman } = await newPhone();
		await phone.sync(phone.events(heard(1)));
		const unsent = phone.events(heard(2));
		expect(await revokeDevices(woman.id)).toBe(1);
		const response = await phone.send(unsent);
		expect(response.status).toBe(401);
		expect(await response.json()).toMatchObject({ code: 'device_revoked' });
		// Also when the call was already past the door as it was revoked.
		const past = { learner: woman.id, device: phone.device, session: 'ended' };
		const late = await storeEvents(past, sortEvents(phone.device, unsent), { since: 0 });
		expect(late).toEqual({ kind: 'device_revoked' });
		expect((await progressOf(woman.id)).lessons['nut-va-man-hinh']?.heard).toEqual([1]);
		await phone.join(woman);
		expect(await phone.sync(unsent)).toMatchObject({ watermark: 2, rejected: [] });
	});

	test('with a session that ended behind the door is not taken: the transaction looks for itself', async () => {
		const { phone, woman } = await newPhone();
		await phone.sync(phone.events(heard(1)));
		const past = { learner: woman.id, device: phone.device, session: 'ended' };
		const late = await storeEvents(past, sortEvents(phone.device, phone.events(heard(2))), { since: 0 });
		expect(late).toEqual({ kind: 'not_joined' });
		expect((await progressOf(woman.id)).lessons['nut-va-man-hinh']?.heard).toEqual([1]);
	});
});
