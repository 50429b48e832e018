import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { keptId, newPhone, openTab, type Tab } from '../../../../tests/fixtures/phone';

const code = ['fish', 'corn', 'sun'];
const wrong = ['corn', 'fish', 'sun'];
const DAY_MS = 24 * 60 * 60_000;

let tab: Tab;
let id: string;
let nowMs: number;
const now = () => nowMs;
const check = (pictures: string[]) => tab.checkCode(id, pictures, now);

beforeEach(async () => {
	nowMs = 1_790_000_000_000;
	tab = await newPhone();
	id = keptId(await tab.createGuest('vi'));
	await tab.setCode(id, code);
});
afterEach(() => vi.unstubAllGlobals());

describe('a picture code', () => {
	test.each([
		{ pictures: code, kind: 'open' },
		{ pictures: wrong, kind: 'wrong' },
		{ pictures: ['fish', 'corn'], kind: 'wrong' },
		{ pictures: [], kind: 'wrong' }
	])('$pictures: $kind', async ({ pictures, kind }) => {
		expect((await check(pictures)).kind).toBe(kind);
	});

	test('is nowhere to be read', async () => {
		expect(JSON.stringify(await tab.db.profiles.toArray())).not.toMatch(/fish|corn/);
	});

	test('the same code of two women looks different', async () => {
		const other = keptId(await tab.addProfile({ name: null, picture: 'corn', language: 'vi' }));
		await tab.setCode(other, code);
		const [a, b] = await tab.db.profiles.toArray();
		expect(a!.code!.hash).not.toBe(b!.code!.hash);
	});

	test('works without a secure context, and is known when there is one again', async () => {
		const { getRandomValues } = crypto;
		vi.stubGlobal('crypto', { getRandomValues: getRandomValues.bind(crypto) });
		await tab.setCode(id, code);
		expect((await check(wrong)).kind).toBe('wrong');
		vi.unstubAllGlobals();
		expect((await check(code)).kind).toBe('open');
	});

	test('five wrong ones cost a minute, also after the app was closed, also for the right one', async () => {
		const kinds = [];
		for (let attempt = 0; attempt < 5; attempt++) kinds.push((await check(wrong)).kind);
		expect(kinds).toEqual(['wrong', 'wrong', 'wrong', 'wrong', 'wait']);
		tab.db.close();
		tab = await openTab();
		nowMs += 59_000;
		expect(await check(code)).toEqual({ kind: 'wait', waitMs: 1_000 });
		nowMs += 1_000;
		expect((await check(code)).kind).toBe('open');
	});

	test('a clock set back does not lock her out', async () => {
		for (let attempt = 0; attempt < 5; attempt++) await check(wrong);
		nowMs -= 400 * DAY_MS;
		expect((await check(code)).kind).toBe('open');
	});

	test('guards her profile from a switch until it was given', async () => {
		const kept = new Map<string, string>();
		vi.stubGlobal('sessionStorage', {
			getItem: (key: string) => kept.get(key) ?? null,
			setItem: (key: string, value: string) => kept.set(key, value),
			removeItem: (key: string) => kept.delete(key)
		});
		await tab.addProfile({ name: 'Lan', picture: 'corn', language: 'vi' });
		expect((await tab.switchTo(id)).kind).toBe('locked');
		expect((await tab.currentProfile())?.name).toBe('Lan');
		await check(code);
		expect((await tab.switchTo(id)).kind).toBe('switched');
		expect((await tab.currentProfile())?.id).toBe(id);
		tab.lock(id);
		expect((await tab.switchTo(id)).kind).toBe('locked');
	});
});

describe('a forgotten code', () => {
	test('opens a day after she said so, not before, and asking again does not put it off', async () => {
		expect(await tab.requestCodeReset(id, now)).toEqual({ kind: 'asked', opensInMs: DAY_MS });
		nowMs += DAY_MS - 1;
		expect(await tab.requestCodeReset(id, now)).toEqual({ kind: 'asked', opensInMs: 1 });
		expect((await check(wrong)).kind).toBe('wrong');
		nowMs += 1;
		expect((await check(wrong)).kind).toBe('open');
		expect((await tab.listProfiles(now))[0]?.code).toBeNull();
	});

	test('is forgotten no longer when she gives it after all', async () => {
		await tab.requestCodeReset(id, now);
		await check(code);
		nowMs += 2 * DAY_MS;
		expect((await check(wrong)).kind).toBe('wrong');
	});
});
