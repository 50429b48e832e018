import { test as property } from '@fast-check/vitest';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { happening } from '../../../tests/fixtures/events';
import { keptId, newPhone, openTab, type Tab } from '../../../tests/fixtures/phone';
import type { Event } from '../domain/event';
import { applyEvent, notStarted } from '../domain/progress';

const lesson = 'nut-va-man-hinh';
const heard = (card: number) => ({ kind: 'card.heard', data: { lesson, card } }) as const;
const answered = (attempt: number, right: boolean) =>
	({ kind: 'question.answered', data: { lesson, question: 1, try: attempt, right } }) as const;

let tab: Tab;
let id: string;
beforeEach(async () => {
	tab = await newPhone();
	id = keptId(await tab.createGuest('vi'));
});
afterEach(() => vi.restoreAllMocks());

const seqs = async () => (await tab.db.events.toArray()).map((event) => event.seq).sort((a, b) => a - b);
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

describe('recording', () => {
	test('keeps the event, its number, the progress and the position together', async () => {
		const recorded = await tab.record(id, heard(1), 1, () => 1_790_000_000_000);
		expect(recorded).toEqual({
			kind: 'recorded',
			progress: {
				firstAtMs: 1_790_000_000_000,
				lastAtMs: 1_790_000_000_000,
				heard: [1],
				questions: {},
				completedAtMs: null
			}
		});
		expect(await tab.loadPosition(id, lesson)).toBe(1);
		const [event] = await tab.listOwed((await tab.currentProfile())!, 10);
		expect(event).toEqual({
			id: expect.stringMatching(/^[0-9a-hjkmnp-tv-z]{26}$/),
			device: (await tab.currentProfile())!.device,
			seq: 1,
			at: 1_790_000_000_000,
			...heard(1)
		});
	});

	test('is there after the tab was closed', async () => {
		await tab.record(id, answered(1, true));
		tab.db.close();
		const later = await openTab();
		expect((await later.loadProgress(id)).lessons[lesson]?.questions[1]?.right).toBe(true);
	});

	test('two profiles are numbered each from 1', async () => {
		const other = keptId(await tab.addProfile({ name: 'Lan', picture: 'corn', language: 'vi' }));
		for (const who of [id, other, id]) await tab.record(who, heard(1));
		const [mine, hers] = [id, other].map((who) => tab.db.events.where({ profile: who }).sortBy('seq'));
		expect((await mine!).map((event) => event.seq)).toEqual([1, 2]);
		expect((await hers!).map((event) => event.seq)).toEqual([1]);
		expect((await tab.loadProgress(other)).lessons[lesson]?.heard).toEqual([1]);
	});

	test('for a profile that is gone is trouble, and leaves nothing', async () => {
		await tab.removeProfile(id);
		expect(await tab.record(id, heard(1))).toEqual({ kind: 'trouble', code: 'profile_gone' });
		expect(await tab.db.events.count()).toBe(0);
	});
});

describe('a write that fails half-way', () => {
	test.each([
		{ name: 'QuotaExceededError', code: 'full' },
		{ name: 'AbortError', code: 'aborted' },
		{ name: 'UnknownError', code: 'aborted' }
	])('with $name leaves neither fact nor debt nor number, and says $code', async ({ name, code }) => {
		await tab.record(id, heard(1), 1);
		const put = vi.spyOn(tab.db.positions, 'put').mockImplementation(() => {
			throw new DOMException('no', name);
		});
		expect(await tab.record(id, heard(2), 2)).toEqual({ kind: 'trouble', code });
		put.mockRestore();
		expect(await seqs()).toEqual([1]);
		expect((await tab.loadProgress(id)).lessons[lesson]?.heard).toEqual([1]);
		expect(await tab.loadPosition(id, lesson)).toBe(1);
		await tab.record(id, heard(3));
		expect(await seqs()).toEqual([1, 2]);
	});

	test('through a bug is thrown, not swallowed', async () => {
		vi.spyOn(tab.db.positions, 'put').mockImplementation(() => {
			throw new TypeError('a bug');
		});
		await expect(tab.record(id, heard(1), 1)).rejects.toThrow('a bug');
	});
});

describe('two tabs of one profile', () => {
	property.prop([fc.array(fc.tuple(happening, fc.boolean()), { maxLength: 25 })], { numRuns: 25 })(
		'neither lose nor double anything, whatever the order',
		async (things) => {
			tab = await newPhone();
			const second = await openTab();
			id = keptId(await tab.createGuest('vi'));
			const outcomes = await Promise.all(
				things.map(([what, inSecond]) => (inSecond ? second : tab).record(id, what))
			);
			expect(outcomes.every((outcome) => outcome.kind === 'recorded')).toBe(true);
			expect(await seqs()).toEqual(upTo(things.length));
			const rows = await tab.db.events.toArray();
			const events = rows.map(({ profile: _profile, ...event }) => event as Event);
			expect(await tab.loadProgress(id)).toEqual(events.reduce(applyEvent, notStarted));
			second.db.close();
		},
		// Fifty connections: a machine that does other things needs longer than the usual 5 s.
		60_000
	);

	test('that start together make one guest', async () => {
		await tab.removeProfile(id);
		const second = await openTab();
		const made = await Promise.all([tab.createGuest('vi'), second.createGuest('en')]);
		expect(new Set(made.map(keptId)).size).toBe(1);
		expect(await tab.db.profiles.count()).toBe(1);
	});
});
