import { beforeEach, describe, expect, test, vi } from 'vitest';
import { bundleOf, newKey, weekOfEvents } from '../../../../tests/fixtures/bundles';
import { idOf } from '../../../../tests/fixtures/events';
import { joinedPhone, newPhone, type Tab } from '../../../../tests/fixtures/phone';
import { SyncServer } from '../../../../tests/fixtures/sync-server';
import { isSigned, readBundle } from '../../domain/carry/bundle';

const heard = (card: number) => ({ kind: 'card.heard', data: { lesson: 'nut-va-man-hinh', card } }) as const;

/** The verbs on the database of the tab that is open. */
async function verbs() {
	return {
		...(await import('./make-bundles')),
		...(await import('./name-key')),
		...(await import('./is-key-due')),
		...(await import('./deliver-carried')),
		...(await import('../../offline/carry/take-bundle')),
		...(await import('../../offline/carry/key-of-device')),
		...(await import('../../offline/carry/hand-over')),
		...(await import('../../offline/carry/count-handed-over'))
	};
}
let tab: Tab;
let id: string;
let carry: Awaited<ReturnType<typeof verbs>>;
const profile = async () => (await tab.db.profiles.get(id))!;
const answers = (status: number, body: unknown) =>
	vi.fn(() => Promise.resolve(Response.json(body, { status }))) as unknown as typeof fetch;
const noLine = (() => Promise.reject(new TypeError('no line'))) as unknown as typeof fetch;

describe('her phone', () => {
	beforeEach(async () => {
		({ tab, id } = await joinedPhone());
		carry = await verbs();
	});
	const hear = async (count: number) => {
		for (let n = 0; n < count; n++) await tab.record(id, heard((n % 50) + 1));
	};
	const named = () => carry.nameKey(id, answers(200, {}));
	const made = async () => {
		const result = await carry.makeBundles(id);
		if (result.kind !== 'made') throw new Error(result.kind);
		return result.bundles;
	};

	test('makes one key for one device, also when two tabs ask at once', async () => {
		const { device } = await profile();
		const keys = await Promise.all([1, 2, 3].map(() => carry.keyOfDevice(device)));
		expect(new Set(keys.map((key) => key?.bytes.join())).size).toBe(1);
		expect(keys[0]?.privateKey.extractable).toBe(false);
		expect(await tab.db.deviceKeys.count()).toBe(1);
	});

	test('tells the server of its key once, and again after a week', async () => {
		const { device } = await profile();
		expect(await carry.isKeyDue(device, Date.now)).toBe(true);
		await carry.nameKey(id, noLine);
		expect(await carry.isKeyDue(device, Date.now)).toBe(true);
		const fetch = answers(200, {});
		await carry.nameKey(id, fetch);
		expect(fetch).toHaveBeenCalledOnce();
		expect(await carry.isKeyDue(device, Date.now)).toBe(false);
		expect(await carry.isKeyDue(device, () => Date.now() + 8 * 86_400_000)).toBe(true);
	});

	test('gives what it owes, signed, and goes on owing it', async () => {
		await hear(5);
		await named();
		const [bundle] = await made();
		const { device } = await profile();
		expect(bundle).toMatchObject({ events: 5, upTo: 5 });
		const read = readBundle(bundle!.bytes)!;
		expect(read).toMatchObject({ device, after: undefined, name: 'Mai', picture: 'fish' });
		expect(read.events.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
		expect(await isSigned(bundle!.bytes, read)).toBe('good');
		expect(await tab.countOwed(id)).toBe(5);
	});

	test('gives only what the server has not confirmed, and names the newest that it has', async () => {
		const server = new SyncServer();
		server.knows((await profile()).device);
		await hear(3);
		await tab.deliver(id, server.fetch);
		expect(await carry.makeBundles(id)).toEqual({ kind: 'nothing' });
		await hear(2);
		await named();
		const [bundle] = await made();
		const read = readBundle(bundle!.bytes)!;
		expect(read.after?.seq).toBe(3);
		expect(read.events.map(({ seq }) => seq)).toEqual([4, 5]);
	});

	test('gives a long winter in several bundles that follow each other', async () => {
		await named();
		const { device } = await profile();
		const events = weekOfEvents(700, device, ['goi-va-nghe']);
		await tab.db.events.bulkAdd(events.map((event) => ({ ...event, profile: id })));
		await tab.db.profiles.update(id, { nextSeq: 701 });
		const bundles = await made();
		expect(bundles.reduce((sum, bundle) => sum + bundle.events, 0)).toBe(700);
		expect(bundles.at(-1)!.upTo).toBe(700);
		expect(bundles.every(({ bytes }) => bytes.length < 8300)).toBe(true);
	});

	test('says why there is nothing to give', async () => {
		await hear(1);
		expect(await carry.makeBundles(id)).toEqual({ kind: 'not_named' });
		await named();
		await tab.db.profiles.update(id, { forkedFrom: idOf(3) });
		expect(await carry.makeBundles(id)).toEqual({ kind: 'not_named' });
		await tab.db.profiles.update(id, { forkedFrom: null, revoked: true });
		expect(await carry.makeBundles(id)).toEqual({ kind: 'revoked' });
		await tab.db.profiles.update(id, { learner: null });
		expect(await carry.makeBundles(id)).toEqual({ kind: 'not_joined' });
		expect(await carry.makeBundles('nobody')).toEqual({ kind: 'not_joined' });
	});

	test('has another key after a fork', async () => {
		await named();
		await hear(1);
		await tab.takeNewDevice(id, (await profile()).device);
		expect(await carry.isKeyDue((await profile()).device, Date.now)).toBe(true);
		expect(await carry.makeBundles(id)).toEqual({ kind: 'not_named' });
	});

	test('remembers what somebody carries until the server has it', async () => {
		const server = new SyncServer();
		server.knows((await profile()).device);
		await hear(4);
		await carry.handOver(id, 3);
		expect(await carry.countHandedOver(id)).toBe(3);
		expect(await tab.countOwed(id)).toBe(4);
		await tab.deliver(id, server.fetch);
		expect(await carry.countHandedOver(id)).toBe(0);
	});

	test('forgets the key with the profile', async () => {
		await named();
		await tab.removeProfile(id);
		expect(await tab.db.deviceKeys.count()).toBe(0);
	});
});

describe('the phone that carries', () => {
	const device = idOf(7, 'd');
	const lessons = ['goi-va-nghe'];
	const newBundle = async (count = 3) => bundleOf(await newKey(), weekOfEvents(count, device, lessons));
	const rows = () => tab.db.carried.toArray();
	beforeEach(async () => {
		tab = await newPhone();
		carry = await verbs();
	});

	test('keeps a bundle once, without a line and without a profile of its own', async () => {
		const bundle = await newBundle();
		expect(await carry.takeBundle(bundle)).toMatchObject({ kind: 'took', isNew: true });
		expect(await carry.takeBundle(bundle)).toMatchObject({ kind: 'took', isNew: false });
		expect(await rows()).toMatchObject([{ name: 'Lò Thị Mẩy', events: 3, state: 'waiting' }]);
	});

	test('keeps nothing that is forged, empty or noise', async () => {
		const forged = await newBundle();
		forged[forged.length - 1]! ^= 1;
		expect(await carry.takeBundle(forged)).toEqual({ kind: 'forged' });
		expect(await carry.takeBundle(new Uint8Array(300))).toEqual({ kind: 'unreadable' });
		expect(await carry.takeBundle(await bundleOf(await newKey(), [], { device }))).toEqual({
			kind: 'unreadable'
		});
		expect(await rows()).toEqual([]);
	});

	test('delivers when there is a line, and keeps the line of it', async () => {
		const bundle = await newBundle();
		await carry.takeBundle(bundle);
		expect(await carry.deliverCarried(noLine)).toEqual({ kind: 'offline' });
		expect(await rows()).toMatchObject([{ state: 'waiting' }]);
		const fetch = answers(200, { watermark: 3, rejected: 0 });
		expect(await carry.deliverCarried(fetch)).toEqual({ kind: 'settled' });
		expect(fetch).toHaveBeenCalledWith('/api/carry', expect.objectContaining({ body: bundle }));
		expect(await rows()).toMatchObject([{ state: 'delivered', bytes: null }]);
		await carry.deliverCarried(fetch);
		expect(fetch).toHaveBeenCalledOnce();
		expect(await carry.takeBundle(bundle)).toMatchObject({ isNew: false, row: { state: 'delivered' } });
	});

	test.each([
		{ status: 403, code: 'bundle_forged' },
		{ status: 404, code: 'key_unknown' },
		{ status: 409, code: 'bundle_early' },
		{ status: 401, code: 'device_revoked', as: 'revoked' },
		{ status: 409, code: 'device_forked', as: 'forked' }
	])('puts aside what the server refuses: $code', async ({ status, code, as = code }) => {
		await carry.takeBundle(await newBundle());
		await carry.takeBundle(await newBundle());
		expect(await carry.deliverCarried(answers(status, { code }))).toEqual({ kind: 'settled' });
		expect(await rows()).toMatchObject([
			{ state: 'refused', code: as, bytes: null },
			{ state: 'refused', code: as, bytes: null }
		]);
	});

	test.each([
		{ why: 'a server that stumbles', fetch: answers(500, {}) },
		{ why: "a village's login page", fetch: answers(200, { hello: 'please pay' }) },
		{ why: 'too many at once', fetch: answers(429, { code: 'too_many_tries' }) }
	])('keeps everything through $why', async ({ fetch }) => {
		await carry.takeBundle(await newBundle());
		expect((await carry.deliverCarried(fetch)).kind).not.toBe('settled');
		expect(await rows()).toMatchObject([{ state: 'waiting' }]);
	});
});
