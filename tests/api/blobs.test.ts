import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MAX_BLOB_BYTES } from '$lib/domain/blob';
import { forgetPhoneBlobs, readPhoneBlob } from '$lib/server/phone-blobs';
import { MAX_BYTES_A_WOMAN } from '$lib/server/phone-blobs/room-left';
import { revokeDevices } from '$lib/server/repositories/devices';
import { House } from '../../scripts/testing/house.mjs';
import { Browser } from './browser';
import { connect, house } from './house';
import { newVillage, type Woman } from './people';
import { Phone } from './phone';

const WEBM = Buffer.from('1a45dfa3', 'hex');
const JPEG = Buffer.from('ffd8ffe0', 'hex');
const make = (length = 1000, head = WEBM) => Buffer.concat([head, randomBytes(length - head.length)]);
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

type How = { type?: string; hash?: string; device?: string; from?: number; total?: number; ranged?: boolean };
const put = (phone: Phone, bytes: Buffer, how: How = {}) => {
	const { type = 'audio/webm', hash = hashOf(bytes), device = phone.device } = how;
	const { from = 0, total = bytes.length, ranged = 'from' in how } = how;
	const range = { 'content-range': `bytes ${from}-${from + bytes.length - 1}/${total}` };
	return phone.browser.fetch(`/api/blobs/${hash}?device=${device}`, {
		method: 'PUT',
		headers: { 'content-type': type, ...(ranged ? range : {}) },
		body: new Uint8Array(bytes)
	});
};
const missing = async (phone: Phone, ...blobs: string[]) => {
	const response = await phone.browser.post('/api/blobs/missing', { device: phone.device, blobs });
	return ((await response.json()) as { missing: { sha256: string; have: number }[] }).missing;
};
const codeOf = async (response: Response) => [
	response.status,
	((await response.json()) as { code?: string }).code
];

let woman: Woman;
let neighbour: Woman;
let phone: Phone;
beforeAll(async () => {
	[woman, neighbour] = (await newVillage(2)).women as [Woman, Woman];
	phone = await new Phone().join(woman);
});

describe('a recording from a phone', () => {
	test('is kept for her, once, however often it comes', async () => {
		const bytes = make();
		expect(await missing(phone, hashOf(bytes))).toEqual([{ sha256: hashOf(bytes), have: 0 }]);
		for (let n = 0; n < 2; n++) expect(await (await put(phone, bytes)).json()).toEqual({ have: 1000 });
		expect(await missing(phone, hashOf(bytes))).toEqual([]);
		expect(await readPhoneBlob(woman.id, hashOf(bytes))).toEqual({ type: 'audio/webm', bytes });
		const names = readdirSync(join(house.dataDir, 'from-phones', woman.id));
		expect(names.filter((name) => name.startsWith(hashOf(bytes)))).toHaveLength(1);
	});
	test('comes in parts, in any order that leaves no gap, each as often as the line wants', async () => {
		const bytes = make(300);
		const [hash, total] = [hashOf(bytes), 300];
		const part = async (from: number, to: number) =>
			(await put(phone, bytes.subarray(from, to), { hash, from, total })).json();
		expect(await part(0, 100)).toEqual({ have: 100 });
		expect(await part(200, 300)).toEqual({ have: 100 });
		expect(await missing(phone, hash)).toEqual([{ sha256: hash, have: 100 }]);
		expect(await part(50, 200)).toEqual({ have: 200 });
		expect(await part(50, 200)).toEqual({ have: 200 });
		expect(await part(200, 300)).toEqual({ have: 300 });
		expect((await readPhoneBlob(woman.id, hash))?.bytes).toEqual(bytes);
	});
	test('sent from two tabs at once is whole', async () => {
		const bytes = make(200_000);
		const tab = async () => {
			for (let from = 0; from < bytes.length; from += 40_000)
				await put(phone, bytes.subarray(from, from + 40_000), {
					...{ hash: hashOf(bytes), from, total: bytes.length }
				});
		};
		await Promise.all([tab(), tab()]);
		expect((await readPhoneBlob(woman.id, hashOf(bytes)))?.bytes).toEqual(bytes);
	});
	test('comes from another phone of hers as well, and is no neighbour’s', async () => {
		const bytes = make();
		const other = await new Phone().join(woman);
		const hers = await new Phone().join(neighbour);
		await put(phone, bytes);
		expect(await missing(other, hashOf(bytes))).toEqual([]);
		expect(await missing(hers, hashOf(bytes))).toHaveLength(1);
		expect(await readPhoneBlob(neighbour.id, hashOf(bytes))).toBeUndefined();
	});
	test('is at no address', async () => {
		const bytes = make();
		await put(phone, bytes);
		for (const path of [
			`/media/${hashOf(bytes)}.webm`,
			`/media/${hashOf(bytes)}.ogg`,
			`/api/blobs/${hashOf(bytes)}?device=${phone.device}`
		])
			expect((await phone.browser.fetch(path)).status).toBeGreaterThanOrEqual(404);
	});
});

describe('what is not taken', () => {
	const bytes = make();
	test.each<{ what: string; how: How; body?: Buffer; is: [number, string] }>([
		{ what: 'other bytes than the hash says', how: { hash: '0'.repeat(64) }, is: [422, 'blob_damaged'] },
		{ what: 'a page', how: { type: 'text/html' }, is: [415, 'blob_type'] },
		{ what: 'a picture that is drawn', how: { type: 'image/svg+xml' }, is: [415, 'blob_type'] },
		{ what: 'a recording that calls itself a picture', how: { type: 'image/png' }, is: [415, 'blob_type'] },
		{ what: 'a picture that calls itself a recording', how: {}, body: make(9, JPEG), is: [415, 'blob_type'] },
		{ what: 'nothing', how: {}, body: Buffer.alloc(0), is: [400, 'malformed'] },
		{ what: 'no hash', how: { hash: 'x' }, is: [400, 'malformed'] },
		{ what: 'a path', how: { hash: '..%2f..%2fsecrets.json' }, is: [400, 'malformed'] },
		{ what: 'a range that is none', how: { from: 5, total: 3 }, is: [400, 'malformed'] },
		{ what: 'the beginning of something huge', how: { from: 0, total: 99_000_000 }, is: [413, 'too_large'] },
		{ what: 'twenty minutes', how: {}, body: make(MAX_BLOB_BYTES + 1), is: [413, 'too_large'] },
		{ what: 'another device', how: { device: '0'.repeat(26) }, is: [401, 'not_joined'] }
	])('$what', async ({ how, body = bytes, is }) => {
		expect(await codeOf(await put(phone, body, how))).toEqual(is);
		expect(await missing(phone, hashOf(body))).toEqual([{ sha256: hashOf(body), have: 0 }]);
	});
	test('a revoked phone’s, and it says why', async () => {
		const old = await new Phone().join(neighbour);
		await revokeDevices(neighbour.id);
		expect(await codeOf(await put(old, make()))).toEqual([401, 'device_revoked']);
	});
	test("with the neighbour's device and her own cookie", async () => {
		const hers = await new Phone().join(neighbour);
		expect(await codeOf(await put(phone, make(), { device: hers.device }))).toEqual([401, 'not_joined']);
	});
	test('more than a woman’s share, and what is here stays', async () => {
		const [greedy] = (await newVillage(1)).women as [Woman];
		const hers = await new Phone().join(greedy);
		for (let sent = 0; sent + MAX_BLOB_BYTES <= MAX_BYTES_A_WOMAN; sent += MAX_BLOB_BYTES)
			expect((await put(hers, make(MAX_BLOB_BYTES))).status).toBe(200);
		const last = make(1000);
		expect(await codeOf(await put(hers, last))).toEqual([413, 'blobs_full']);
		expect(readdirSync(join(house.dataDir, 'from-phones', greedy.id))).toHaveLength(40);
	});
	test('what was taken down: it is gone, and never asked for again', async () => {
		const gone = make();
		await put(phone, gone);
		await forgetPhoneBlobs(woman.id, [hashOf(gone)]);
		expect(await readPhoneBlob(woman.id, hashOf(gone))).toBeUndefined();
		expect(await missing(phone, hashOf(gone))).toEqual([]);
		expect((await put(phone, gone)).status).toBe(200);
		expect(await readPhoneBlob(woman.id, hashOf(gone))).toBeUndefined();
	});
});

describe('a server', () => {
	const own = new House();
	const env = { ADDRESS_HEADER: 'x-test-address', LOG_LEVEL: 'silent' };
	const start = async () => {
		await own.start({ env });
		process.env.POCKETBASE_STARTS = String(Date.now());
		connect(own.dataDir);
	};
	beforeAll(start);
	afterAll(async () => {
		await own.remove();
		connect();
	});

	test('that is killed half way goes on where it was; one that lost its files asks for them', async () => {
		const [mai] = (await newVillage(1)).women as [Woman];
		const hers = await new Phone(new Browser(undefined, own.origin)).join(mai);
		const bytes = make(150_000);
		const hash = hashOf(bytes);
		await put(hers, bytes.subarray(0, 64_000), { hash, from: 0, total: bytes.length });
		await own.stop('SIGKILL');
		await start();
		const [{ have } = { have: 0 }] = await missing(hers, hash);
		expect(have).toBe(64_000);
		await put(hers, bytes.subarray(have), { hash, from: have, total: bytes.length });
		expect((await readPhoneBlob(mai.id, hash))?.bytes).toEqual(bytes);

		await own.stop('SIGKILL');
		await start();
		expect((await readPhoneBlob(mai.id, hash))?.bytes).toEqual(bytes);

		rmSync(join(own.dataDir, 'from-phones'), { recursive: true });
		expect(await missing(hers, hash)).toEqual([{ sha256: hash, have: 0 }]);
		expect((await put(hers, bytes)).status).toBe(200);
		expect(existsSync(join(own.dataDir, 'from-phones', mai.id, `${hash}.webm`))).toBe(true);
	});
});
