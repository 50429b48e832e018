import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { joinedPhone, type Tab } from '../../../tests/fixtures/phone';
import { BLOB_PART_BYTES, MAX_BLOB_BYTES } from '../domain/blob';
import type { Happening } from '../domain/event';
import type { OutboxRow } from '../offline/rows';

const DAY_MS = 24 * 3600_000;
let tab: Tab;
let id: string;
let server: BlobServer;
let outbox: typeof import('../offline/outbox');
let sync: typeof import('./send-outbox');
beforeEach(async () => {
	({ tab, id } = await joinedPhone());
	server = new BlobServer();
	outbox = await import('../offline/outbox');
	sync = await import('./send-outbox');
});

/** A server as docs/decisions/0028 draws it, in memory; the real one is tested in tests/api. */
class BlobServer {
	whole = new Map<string, Uint8Array>();
	parts = new Map<string, Uint8Array>();
	calls: string[] = [];
	/** The line breaks after so many more calls. */
	left = Infinity;
	refusal: { status: number; code: string } | undefined;

	fetch = (async (url: string, init: RequestInit) => {
		if (this.left-- <= 0) throw new TypeError('no line');
		if (url === '/api/blobs/missing') {
			this.calls.push('ask');
			const { blobs } = JSON.parse(init.body as string) as { blobs: string[] };
			const missing = blobs.filter((hash) => !this.whole.has(hash));
			return Response.json({
				missing: missing.map((sha256) => ({ sha256, have: this.parts.get(sha256)?.length ?? 0 }))
			});
		}
		const [, hash = ''] = /blobs\/([0-9a-f]{64})\?/.exec(url) ?? [];
		const { 'content-range': range = '' } = init.headers as Record<string, string>;
		const [from, , total] = /bytes (\d+)-(\d+)\/(\d+)/.exec(range)!.slice(1).map(Number);
		this.calls.push(`put ${from}`);
		if (this.refusal) return Response.json({ code: this.refusal.code }, { status: this.refusal.status });
		const have = this.parts.get(hash) ?? new Uint8Array();
		const bytes = new Uint8Array([...have.subarray(0, from), ...new Uint8Array(init.body as ArrayBuffer)]);
		this.parts.set(hash, bytes);
		if (bytes.length === total && createHash('sha256').update(bytes).digest('hex') === hash)
			this.whole.set(hash, bytes);
		return Response.json({ have: bytes.length });
	}) as unknown as typeof fetch;
}

const recording = (bytes = 100, fill = 1) =>
	new Blob([new Uint8Array(bytes).fill(fill)], { type: 'audio/webm;codecs=opus' });
const told: Happening = { kind: 'lesson.completed', data: { lesson: 'nut-va-man-hinh' } };

async function keep(blob = recording(), now?: () => number) {
	const prepared = await outbox.prepareBlob(blob);
	if (prepared.kind !== 'prepared') throw new Error(prepared.kind);
	expect(await outbox.recordWithBlobs(id, told, [prepared], now)).toEqual({ kind: 'kept' });
	// Its event goes its own way (deliver.test.ts).
	const { nextSeq } = (await tab.db.profiles.get(id))!;
	await tab.db.profiles.update(id, { watermark: nextSeq - 1 });
	return prepared.sha256;
}
const send = (now?: () => number) => sync.sendOutbox(id, server.fetch, now);
const row = async (hash: string) => (await tab.db.outbox.get([id, hash])) as OutboxRow;

describe('what may be kept', () => {
	test.each([
		{ what: 'a text', blob: new Blob(['x'], { type: 'text/html' }), why: 'type' },
		{ what: 'nothing', blob: recording(0), why: 'empty' },
		{ what: 'twenty minutes', blob: recording(MAX_BLOB_BYTES + 1), why: 'too_large' }
	])('$what is refused before anything is written', async ({ blob, why }) => {
		expect(await outbox.prepareBlob(blob)).toEqual({ kind: 'unfit', why });
		expect(await tab.db.outbox.count()).toBe(0);
	});
	test('the recording and its event stand or fall together', async () => {
		const prepared = await outbox.prepareBlob(recording());
		if (prepared.kind !== 'prepared') throw new Error(prepared.kind);
		expect(await outbox.recordWithBlobs('nobody', told, [prepared])).toEqual({
			kind: 'trouble',
			code: 'profile_gone'
		});
		expect([await tab.db.outbox.count(), await tab.db.events.count()]).toEqual([0, 0]);
	});
	test('the same picture in two events is one', async () => {
		expect(await keep()).toBe(await keep());
		expect([await tab.db.outbox.count(), await tab.db.events.count()]).toEqual([1, 2]);
	});
	test('a full phone first gives back what the server has, and then keeps it', async () => {
		const old = await keep(recording(50, 9));
		await send();
		const add = tab.db.outbox.add.bind(tab.db.outbox);
		let isFull = true;
		tab.db.outbox.add = ((value: OutboxRow) => {
			if (!isFull) return add(value);
			isFull = false;
			throw new DOMException('full', 'QuotaExceededError');
		}) as typeof add;
		const hash = await keep(recording(60, 8));
		expect([await row(old), (await row(hash)).owed]).toEqual([undefined, 1]);
		expect(await tab.db.events.count()).toBe(2);
	});
	test('a full phone with nothing to give back says so and loses nothing', async () => {
		await keep();
		tab.db.outbox.add = (() => {
			throw new DOMException('full', 'QuotaExceededError');
		}) as unknown as typeof tab.db.outbox.add;
		const prepared = await outbox.prepareBlob(recording(70, 7));
		if (prepared.kind !== 'prepared') throw new Error(prepared.kind);
		expect(await outbox.recordWithBlobs(id, told, [prepared])).toEqual({ kind: 'trouble', code: 'full' });
		expect([await tab.db.outbox.count(), await tab.db.events.count()]).toEqual([1, 1]);
	});
});

describe('what is sent', () => {
	test('goes in parts, is there whole, and waits no longer', async () => {
		const hash = await keep(recording(2 * BLOB_PART_BYTES + 5));
		expect(await tab.countOwed(id)).toBe(1);
		expect(await send(() => 77)).toEqual({ kind: 'delivered' });
		expect(server.calls).toEqual(['ask', 'put 0', `put ${BLOB_PART_BYTES}`, `put ${2 * BLOB_PART_BYTES}`]);
		expect(server.whole.get(hash)?.length).toBe(2 * BLOB_PART_BYTES + 5);
		expect(await row(hash)).toMatchObject({ owed: 0, sentAtMs: 77 });
		expect(await tab.countOwed(id)).toBe(0);
	});
	test('goes on where the line broke', async () => {
		const hash = await keep(recording(3 * BLOB_PART_BYTES));
		server.left = 3;
		expect(await send()).toEqual({ kind: 'offline' });
		expect((await row(hash)).owed).toBe(1);
		Object.assign(server, { left: Infinity, calls: [] });
		expect(await send()).toEqual({ kind: 'delivered' });
		expect(server.calls).toEqual(['ask', `put ${2 * BLOB_PART_BYTES}`]);
		expect(server.whole.has(hash)).toBe(true);
	});
	test('is not sent twice when only the answer was lost', async () => {
		const hash = await keep();
		server.left = 2;
		await send();
		server.whole.set(hash, new Uint8Array());
		await tab.db.outbox.update([id, hash], { owed: 1, sentAtMs: null });
		Object.assign(server, { left: Infinity, calls: [] });
		await send();
		expect(server.calls).toEqual(['ask']);
		expect((await row(hash)).owed).toBe(0);
	});
	test.each([
		{ refusal: { status: 415, code: 'blob_type' }, answer: 'delivered', owed: 0, refused: 'blob_type' },
		{ refusal: { status: 413, code: 'blobs_full' }, answer: 'refused', owed: 1, refused: undefined },
		{ refusal: { status: 422, code: 'blob_damaged' }, answer: 'refused', owed: 1, refused: undefined },
		{ refusal: { status: 401, code: 'device_revoked' }, answer: 'revoked', owed: 1, refused: undefined },
		{ refusal: { status: 500, code: 'internal' }, answer: 'offline', owed: 1, refused: undefined }
	])('$refusal.code: $answer, and nothing is thrown away', async ({ refusal, answer, owed, refused }) => {
		const hash = await keep();
		server.refusal = refusal;
		expect((await send()).kind).toBe(answer);
		expect(await row(hash)).toMatchObject({ owed });
		expect((await row(hash)).refused).toBe(refused);
		expect((await row(hash)).blob.size).toBe(100);
	});
	test('one that is damaged on the phone does not hold up the next', async () => {
		const broken = await keep(recording(10, 3), () => Date.now() - 2);
		const good = await keep(recording(10, 4));
		await tab.db.outbox.update([id, broken], { blob: recording(10, 5) });
		expect(await send()).toEqual({ kind: 'delivered' });
		expect(await row(broken)).toMatchObject({ owed: 0, refused: 'damaged_here' });
		expect(server.whole.has(good)).toBe(true);
	});
	test("a village's login page is no server", async () => {
		const hash = await keep();
		const page = (async () => Response.json({ welcome: true })) as unknown as typeof fetch;
		expect(await sync.sendOutbox(id, page)).toEqual({ kind: 'offline' });
		expect((await row(hash)).owed).toBe(1);
	});
	test('an event that happens meanwhile goes first', async () => {
		await keep(recording(10, 1), () => 1);
		await keep(recording(10, 2), () => 2);
		await tab.record(id, told);
		await send();
		expect(server.whole.size).toBe(1);
		expect(await tab.countOwed(id)).toBe(2);
	});
});

describe('what the server had', () => {
	test('is asked after once a day, and sent again when it was lost', async () => {
		const hash = await keep(recording(), () => 0);
		await send(() => 1000);
		Object.assign(server, { calls: [], whole: new Map(), parts: new Map() });
		await send(() => 2000);
		expect(server.calls).toEqual([]);
		await send(() => 2000 + DAY_MS);
		expect(server.calls).toEqual(['ask', 'put 0']);
		expect(server.whole.has(hash)).toBe(true);
	});
	test('is asked after at once when the server knows less of her than it did', async () => {
		await keep();
		await send(() => 1000);
		Object.assign(server, { calls: [], whole: new Map(), parts: new Map() });
		const { device, learner } = (await tab.db.profiles.get(id))!;
		const changes = { events: [], cursor: 0, more: false, learner: learner!, badges: [] };
		await tab.applyAnswer(id, device, { watermark: 0, rejected: [], now: 1, changes });
		await tab.db.profiles.update(id, { watermark: 1 });
		await send(() => 2000);
		expect(server.whole.size).toBe(1);
	});
	test('stays thirty days and no longer, however often it is asked after', async () => {
		const hash = await keep(recording(), () => 0);
		for (let day = 0; day <= 30; day++) await send(() => 1 + day * DAY_MS * 1.01);
		expect(await row(hash)).toBeUndefined();
	});
	test('is there on the twenty-ninth day', async () => {
		const hash = await keep(recording(), () => 0);
		for (const day of [0, 10, 29]) await send(() => 1 + day * DAY_MS);
		expect((await row(hash)).sentAtMs).toBe(1);
	});
	test('goes with her profile', async () => {
		await keep();
		await tab.removeProfile(id);
		expect(await tab.db.outbox.count()).toBe(0);
	});
});
