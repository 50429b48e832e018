import { beforeAll, describe, expect, test } from 'vitest';
import { keyAsText } from '$lib/domain/carry/keys';
import { lessonsOf, type Catalog } from '$lib/domain/course';
import type { Event } from '$lib/domain/event';
import { pocketbase } from '$lib/server/pocketbase';
import { revokeDevices } from '$lib/server/repositories/devices';
import { progressOf } from '$lib/server/repositories/progress';
import { bundleOf, newKey, weekOfEvents, type KeyOfPhone } from '../fixtures/bundles';
import { Browser } from './browser';
import { newVillage, type Village, type Woman } from './people';
import { answered, completed, heard, newId, Phone } from './phone';

let village: Village;
beforeAll(async () => {
	village = await newVillage(40);
});

/** A woman's phone that has joined and named its key. */
type Signer = { phone: Phone; woman: Woman; key: KeyOfPhone };
async function newSigner(algorithm: 1 | 2 = 2): Promise<Signer> {
	const woman = village.women.pop();
	if (!woman) throw new Error('The village is too small for these tests.');
	const phone = await new Phone().join(woman);
	const key = await newKey(algorithm);
	const named = await name(phone, key);
	if (named.status !== 200) throw new Error(`naming the key answered ${named.status}`);
	return { phone, woman, key };
}
const name = (phone: Phone, key: KeyOfPhone) =>
	phone.browser.post('/api/devices/key', { device: phone.device, key: keyAsText(key) });

/** Whoever carries it: a browser that nobody is signed in with. */
function bring(bytes: Uint8Array<ArrayBuffer>, type = 'application/octet-stream'): Promise<Response> {
	return new Browser().fetch('/api/carry', {
		method: 'POST',
		headers: { 'content-type': type },
		body: bytes
	});
}
async function codeOf(response: Response): Promise<string> {
	return `${response.status} ${((await response.json()) as { code?: string }).code}`;
}
const storedOf = async (device: string) =>
	(await pocketbase()).collection('events').getFullList({ filter: `device = "${device}"` });
const cards = (phone: Phone, ...numbers: number[]) => phone.events(...numbers.map((n) => heard(n)));

describe('what was carried', () => {
	test.each([1, 2] as const)('arrives as if its phone had sent it (algorithm %i)', async (algorithm) => {
		const { phone, woman, key } = await newSigner(algorithm);
		const events = phone.events(heard(1), heard(2), completed());
		const answer = await bring(await bundleOf(key, events));
		expect(answer.status).toBe(200);
		expect(await answer.json()).toEqual({ watermark: 3, rejected: 0 });
		expect((await progressOf(woman.id)).lessons['nut-va-man-hinh']?.heard).toEqual([1, 2]);
	});

	test('twice, by two, and then by the phone itself, changes nothing', async () => {
		const { phone, woman, key } = await newSigner();
		const events = cards(phone, 1, 2, 3);
		const bundle = await bundleOf(key, events);
		for (let n = 0; n < 2; n++) expect(await (await bring(bundle)).json()).toMatchObject({ watermark: 3 });
		const before = await progressOf(woman.id);
		expect(await phone.sync(events)).toMatchObject({ watermark: 3, rejected: [] });
		expect(await progressOf(woman.id)).toEqual(before);
		expect(await storedOf(phone.device)).toHaveLength(3);
	});

	test('is told to its phone by its own next sync', async () => {
		const { phone, key } = await newSigner();
		const events = cards(phone, 1, 2);
		await bring(await bundleOf(key, events));
		expect(await phone.sync([])).toMatchObject({ watermark: 2 });
	});

	test('months after its phone was online again: a replay of the old is harmless', async () => {
		const { phone, key } = await newSigner();
		const old = await bundleOf(key, cards(phone, 1, 2));
		await phone.sync(cards(phone, 3, 4));
		expect(await (await bring(old)).json()).toMatchObject({ watermark: 4 });
		await phone.sync(cards(phone, 5));
		expect(await (await bring(old)).json()).toMatchObject({ watermark: 5 });
		expect(await storedOf(phone.device)).toHaveLength(5);
	});

	test('in the wrong order of bundles waits for what is missing, and is then whole', async () => {
		const { phone, key } = await newSigner();
		const [a, b, c, d] = cards(phone, 1, 2, 3, 4) as [Event, Event, Event, Event];
		expect(await (await bring(await bundleOf(key, [c, d]))).json()).toMatchObject({ watermark: 0 });
		expect(await (await bring(await bundleOf(key, [a, b]))).json()).toMatchObject({ watermark: 4 });
	});

	test('with a gap of numbers is stored, and the watermark waits below the gap', async () => {
		const { phone, key } = await newSigner();
		const [a, , c] = cards(phone, 1, 2, 3) as [Event, Event, Event];
		expect(await (await bring(await bundleOf(key, [a, c]))).json()).toMatchObject({ watermark: 1 });
	});

	test('with a bad event brings its neighbours', async () => {
		const { phone, key } = await newSigner();
		const [a, b, c] = cards(phone, 1, 2, 3) as [Event, Event, Event];
		const bad = { ...b, data: { lesson: 'Not a slug', card: 999 } } as Event;
		const answer = await bring(await bundleOf(key, [a, bad, c]));
		expect(await answer.json()).toEqual({ watermark: 3, rejected: 1 });
	});

	test('of 200 events is one call', async () => {
		const { phone, key } = await newSigner();
		const events = weekOfEvents(200, phone.device, ['nut-va-man-hinh', 'goi-va-nghe']);
		expect(await (await bring(await bundleOf(key, events))).json()).toEqual({ watermark: 200, rejected: 0 });
	});

	test('and earns a badge: it is signed before its phone has spoken', async () => {
		const { phone, woman, key } = await newSigner();
		const catalog = (await (await new Browser().fetch('/api/catalog')).json()) as Catalog;
		const course = catalog.courses[0]!;
		const events = phone.events(
			...lessonsOf(course).flatMap(({ slug, questions }) => [
				...questions.map((n) => answered(n, true, slug)),
				completed(slug)
			])
		);
		for (let from = 0; from < events.length; from += 300)
			expect((await bring(await bundleOf(key, events.slice(from, from + 300)))).status).toBe(200);
		const pb = await pocketbase();
		const [badge] = await pb
			.collection('badges')
			.getFullList({ filter: pb.filter('learner = {:id}', { id: woman.id }) });
		expect((await new Browser().fetch(`/badges/${badge!.id}.json`)).status).toBe(200);
		const { changes } = await phone.sync([]);
		expect(changes.badges).toMatchObject([{ id: badge!.id, course: course.slug }]);
	});
});

describe('what is refused, with nothing stored', () => {
	test('one byte of it is another', async () => {
		const { phone, key } = await newSigner();
		const bundle = await bundleOf(key, cards(phone, 1, 2, 3));
		for (const at of [0, 1, 5, 70, 90, 120, bundle.length - 100, bundle.length - 1]) {
			const forged = bundle.slice();
			forged[at]! ^= 0x10;
			const code = await codeOf(await bring(forged));
			expect(code, `byte ${at}`).toMatch(/^(400 bundle_unreadable|403 bundle_forged|404 key_unknown)$/);
		}
		expect(await storedOf(phone.device)).toEqual([]);
	});

	test('signed with a key of its own, which no phone has named', async () => {
		const { phone } = await newSigner();
		const bundle = await bundleOf(await newKey(), cards(phone, 1));
		expect(await codeOf(await bring(bundle))).toBe('404 key_unknown');
		expect(await storedOf(phone.device)).toEqual([]);
	});

	test("another woman's device under this one's key", async () => {
		const [one, other] = [await newSigner(), await newSigner()];
		const bundle = await bundleOf(one.key, cards(other.phone, 1));
		expect(await codeOf(await bring(bundle))).toBe('404 key_unknown');
		expect(await storedOf(other.phone.device)).toEqual([]);
	});

	test('named key, signature by another', async () => {
		const { phone, key } = await newSigner();
		const bundle = await bundleOf({ ...(await newKey()), bytes: key.bytes }, cards(phone, 1));
		expect(await codeOf(await bring(bundle))).toBe('403 bundle_forged');
	});

	test('a phone that was taken out of the group; opened again by its card, it is taken', async () => {
		const { phone, woman, key } = await newSigner();
		const bundle = await bundleOf(key, cards(phone, 1));
		await revokeDevices(woman.id);
		expect(await codeOf(await bring(bundle))).toBe('401 device_revoked');
		expect(await storedOf(phone.device)).toEqual([]);
		await phone.join(woman);
		expect((await bring(bundle)).status).toBe(200);
	});

	test('a phone that nobody has joined with, and one that has named no key', async () => {
		const stranger = await bundleOf(await newKey(), weekOfEvents(2, newId(), ['goi-va-nghe']));
		expect(await codeOf(await bring(stranger))).toBe('404 key_unknown');
		const phone = await new Phone().join(village.women.pop()!);
		const silent = await bundleOf(await newKey(), cards(phone, 1));
		expect(await codeOf(await bring(silent))).toBe('404 key_unknown');
	});

	test('a copy of the phone that numbered on by itself', async () => {
		const { phone, key } = await newSigner();
		await phone.sync(cards(phone, 1));
		const [copy] = cards(phone, 2) as [Event];
		const bundle = await bundleOf(key, [{ ...copy, seq: 1 }]);
		expect(await codeOf(await bring(bundle))).toBe('409 device_forked');
		expect(await storedOf(phone.device)).toHaveLength(1);
	});

	test('what builds on more than a restored server has', async () => {
		const { phone, key } = await newSigner();
		const [event] = cards(phone, 1) as [Event];
		const after = { id: newId(), seq: 9 };
		const bundle = await bundleOf(key, [{ ...event, seq: 10 }], { after });
		expect(await codeOf(await bring(bundle))).toBe('409 bundle_early');
		expect(await storedOf(phone.device)).toEqual([]);
	});

	test('what is no bundle, too long, or not sent as one', async () => {
		expect(await codeOf(await bring(new Uint8Array(0)))).toBe('400 bundle_unreadable');
		expect(await codeOf(await bring(new Uint8Array(500).fill(7)))).toBe('400 bundle_unreadable');
		expect(await codeOf(await bring(new Uint8Array(70_000)))).toBe('413 too_large');
		const { phone, key } = await newSigner();
		const bundle = await bundleOf(key, cards(phone, 1));
		expect(await codeOf(await bring(bundle, 'application/json'))).toBe('400 malformed');
	});
});

describe('a key', () => {
	test('is named by its phone alone', async () => {
		const { phone } = await newSigner();
		const stranger = new Phone();
		stranger.device = phone.device;
		expect((await name(stranger, await newKey())).status).toBe(401);
		const unjoined = new Phone();
		expect(await codeOf(await name(unjoined, await newKey()))).toBe('401 not_joined');
	});

	test('that replaces another makes what the other signed nobody’s', async () => {
		const { phone, key } = await newSigner();
		const bundle = await bundleOf(key, cards(phone, 1));
		expect((await name(phone, await newKey())).status).toBe(200);
		expect(await codeOf(await bring(bundle))).toBe('404 key_unknown');
	});

	test.each(['', '3:AAAA', '1:AAAA', '2:' + 'A'.repeat(87), 'x'.repeat(5000)])('%j is none', async (key) => {
		const { phone } = await newSigner();
		const answer = await phone.browser.post('/api/devices/key', { device: phone.device, key });
		expect([400, 413]).toContain(answer.status);
	});
});
