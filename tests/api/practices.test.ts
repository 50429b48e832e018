import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { Catalog } from '$lib/domain/course';
import type { Happening } from '$lib/domain/event';
import { mediaOfPractice } from '$lib/domain/media-of-practice';
import { Practice, PRACTICE_MAX_BYTES } from '$lib/domain/practice';
import { groupOverview } from '$lib/server/repositories/groups';
import { practicesOf } from '$lib/server/repositories/practices';
import { progressOf } from '$lib/server/repositories/progress';
import { house } from './house';
import { newVillage, signedIn, type Village } from './people';
import { answered, Phone } from './phone';

const LESSON = 'don-ao-lua-ban';
const practised = (fell: string[], wrong = fell.length, lesson = LESSON): Happening => ({
	kind: 'practice.completed',
	data: { lesson, practice: 'seller-scams', outcome: { steps: 9, wrong, fell } }
});

describe('practices as they are served', () => {
	let listed: NonNullable<Catalog['courses'][number]['modules'][number]['lessons'][number]['practice']>[];
	beforeAll(async () => {
		const catalog = v.parse(Catalog, await (await fetch(`${house.origin}/api/catalog`)).json());
		listed = catalog.courses.flatMap(({ modules }) =>
			modules.flatMap(({ lessons }) => lessons.flatMap(({ practice }) => practice ?? []))
		);
	});

	test('are listed beside their lessons, each within its weight', () => {
		expect(listed.length).toBeGreaterThan(0);
		for (const { name, sizes } of listed)
			for (const { bytes } of Object.values(sizes))
				expect(bytes, name).toBeLessThanOrEqual(PRACTICE_MAX_BYTES);
	});

	test('have the hash in their address, for ever, and name media that are there', async () => {
		const { hash } = listed[0]!;
		const response = await fetch(`${house.origin}/api/practices/${hash}.json`);
		const text = await response.text();
		expect(createHash('sha256').update(text).digest('hex')).toBe(hash);
		expect(response.headers.get('cache-control')).toContain('immutable');
		const practice = v.parse(Practice, JSON.parse(text));
		const media = mediaOfPractice(practice, 'vi');
		expect(media.some((name) => name.endsWith('.ogg')) && media.some((name) => name.endsWith('.svg'))).toBe(
			true
		);
		for (const name of media)
			expect((await fetch(`${house.origin}/media/${name}`, { method: 'HEAD' })).status, name).toBe(200);
		const current = await fetch(`${house.origin}/api/practices/current/${practice.lesson}.json`);
		expect(current.headers.get('x-practice-hash')).toBe(hash);
	});

	test.each([
		'current/no-such-lesson.json',
		`${'0'.repeat(64)}.json`,
		'..%2Fsecrets.json',
		'current/..%2Fx.json'
	])('%s is unknown', async (path) => {
		const response = await fetch(`${house.origin}/api/practices/${path}`);
		expect(response.status).toBe(404);
		expect(await response.json()).toMatchObject({ code: 'practice_unknown' });
	});
});

describe('what she falls for', () => {
	let village: Village;
	beforeAll(async () => {
		village = await newVillage(5);
	});
	const newPhone = async () => {
		const woman = village.women.pop()!;
		return { woman, phone: await new Phone().join(woman) };
	};

	test('is that of her newest run, in whichever order the runs arrive, and however often', async () => {
		const { woman, phone } = await newPhone();
		const [first, last] = phone.events(
			practised(['fake-courier', 'mass-order']),
			practised(['fake-courier'])
		);
		const older = { ...first!, at: 1_790_000_000_000 };
		const newer = { ...last!, at: 1_790_000_500_000 };
		await phone.sync([newer]);
		await phone.sync([older, newer]);
		await phone.sync([older]);
		expect(await practicesOf(woman.id)).toEqual([
			{ lesson: LESSON, times: 2, steps: 9, wrong: 1, fell: ['fake-courier'], lastAtMs: newer.at }
		]);
	});

	test('stands in the group until a run goes well, and is no part of her progress', async () => {
		const { woman, phone } = await newPhone();
		const fallsOf = async () =>
			(await groupOverview(village.group.id))?.women.find(({ id }) => id === woman.id)?.falls;
		await phone.sync(phone.events(practised(['fake-courier'])));
		expect(await fallsOf()).toMatchObject([{ lesson: LESSON, trick: 'fake-courier' }]);
		expect((await progressOf(woman.id)).lessons).toEqual({});
		await phone.sync(phone.events(practised([])).map((event) => ({ ...event, at: Date.now() + 1000 })));
		expect(await fallsOf()).toEqual([]);
	});

	test('is told to her trainer in words, and to nobody else', async () => {
		const { woman, phone } = await newPhone();
		await phone.sync(phone.events(practised(['fake-courier'])));
		const [trainer, stranger] = await Promise.all([
			signedIn(village.trainer.email),
			signedIn((await newVillage(1)).trainer.email)
		]);
		const page = await (await trainer.fetch(`/trainer/women/${woman.id}`)).text();
		expect(page).toContain('Còn mắc: cuộc gọi giao hàng giả');
		expect(await (await trainer.fetch(`/trainer/groups/${village.group.id}`)).text()).toContain(
			'Còn mắc “cuộc gọi giao hàng giả”'
		);
		const refused = await stranger.fetch(`/trainer/women/${woman.id}`);
		expect(refused.status).toBeGreaterThanOrEqual(403);
		expect(await refused.text()).not.toContain('cuộc gọi giao hàng giả');
	});

	test.each([
		{ says: 'too many tricks', outcome: { steps: 1, wrong: 1, fell: Array(21).fill('a') } },
		{ says: 'a trick that is a sentence', outcome: { steps: 1, wrong: 1, fell: ['Told her PIN!'] } },
		{ says: 'fewer taps than none', outcome: { steps: -1, wrong: 0, fell: [] } },
		{ says: 'endless taps', outcome: { steps: 1e9, wrong: 0, fell: [] } },
		{ says: 'no outcome', outcome: undefined }
	])('$says is refused by name and holds nothing up', async ({ outcome }) => {
		const woman = village.women[0]!;
		const phone = await new Phone().join(woman);
		const [bad, good] = phone.events(practised([]), answered(1, true));
		const broken = { ...bad!, data: { lesson: LESSON, practice: 'seller-scams', outcome } };
		const { watermark, rejected } = await phone.sync([broken, good]);
		expect(rejected).toEqual([{ id: bad!.id, reason: 'malformed' }]);
		expect(watermark).toBe(2);
		expect(await practicesOf(woman.id)).toEqual([]);
	});
});
