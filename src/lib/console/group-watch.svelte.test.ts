import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Answer } from './ask-for-group';
import type { GroupView } from './group-view';
import { GroupWatch } from './group-watch.svelte';

const plot = { width: 1, height: 1, head: 0, top: 1, bars: [] };
const view = (name: string): GroupView => ({
	group: { id: 'g', name, place: '' },
	women: [],
	questions: [],
	rhythm: { weeks: [], active: plot, done: plot }
});
const fresh = (name: string): Answer => ({ kind: 'new', view: view(name), etag: `"${name}"` });

/** A page with a server that gives the listed answers, then "same". */
function page(...answers: Answer[]) {
	const listeners = new Map<string, () => void>();
	const target = {
		visibilityState: 'visible',
		addEventListener: (name: string, listener: () => void) => listeners.set(name, listener),
		removeEventListener: (name: string) => listeners.delete(name)
	};
	vi.stubGlobal('document', target);
	vi.stubGlobal('window', target);
	const etags: string[] = [];
	const ask = (_id: string, etag: string) => {
		etags.push(etag);
		return Promise.resolve(answers.shift() ?? ({ kind: 'same' } as const));
	};
	const newsOf = (before: GroupView, now: GroupView) =>
		now.group.name === 'quiet' ? '' : `${before.group.name} is ${now.group.name}`;
	const watch = new GroupWatch({ view: view('old'), etag: '"old"', nowMs: 1_000_000 }, ask, newsOf);
	return { watch, etags, target, listeners, stop: watch.run() };
}

describe('the watch over a group', () => {
	beforeEach(() => vi.useFakeTimers());
	afterEach(() => {
		vi.useRealTimers();
		vi.unstubAllGlobals();
	});

	test('shows what is new within 10 s, and asks with the newest etag', async () => {
		const { watch, etags, stop } = page(fresh('new'));
		await vi.advanceTimersByTimeAsync(10_000);
		expect(watch.view.group.name).toBe('new');
		expect(etags).toEqual(['"old"', '"new"']);
		stop();
	});

	test('says what is new, and says nothing where nothing is', async () => {
		const { watch, stop } = page(fresh('new'), fresh('quiet'));
		expect(watch.news).toBe('');
		await vi.advanceTimersByTimeAsync(5_000);
		expect(watch.news).toBe('old is new');
		await vi.advanceTimersByTimeAsync(5_000);
		expect(watch).toMatchObject({ news: 'old is new', view: view('quiet') });
		stop();
	});

	test('keeps the last view while the server is away, knows since when, and recovers within 10 s', async () => {
		const away = Array.from({ length: 30 }, (): Answer => ({ kind: 'away' }));
		const { watch, stop } = page(...away, fresh('back'));
		await vi.advanceTimersByTimeAsync(60_000);
		expect(watch).toMatchObject({ state: 'away', freshAtMs: 1_000_000, view: view('old') });
		expect(watch.nowMs).toBeGreaterThan(1_050_000);
		await vi.advanceTimersByTimeAsync(10_000);
		expect(watch).toMatchObject({ state: 'live', view: view('back') });
		stop();
	});

	test('rests while the page is hidden and asks at once when it is seen again', async () => {
		const { watch, etags, target, listeners, stop } = page(fresh('new'));
		target.visibilityState = 'hidden';
		await vi.advanceTimersByTimeAsync(600_000);
		expect(etags).toEqual([]);
		target.visibilityState = 'visible';
		listeners.get('visibilitychange')?.();
		await vi.advanceTimersByTimeAsync(0);
		expect(watch.view.group.name).toBe('new');
		await vi.advanceTimersByTimeAsync(5_000);
		expect(etags).toHaveLength(2);
		stop();
	});

	test.each([
		{ answer: { kind: 'signed-out' }, state: 'signed-out' },
		{ answer: { kind: 'gone' }, state: 'gone' }
	] as const)('says when she is $state, and still shows the last view', async ({ answer, state }) => {
		const { watch, stop } = page(answer);
		await vi.advanceTimersByTimeAsync(5_000);
		expect(watch).toMatchObject({ state, view: view('old') });
		stop();
	});

	test('asks no more when its page is left', async () => {
		const { etags, stop } = page();
		stop();
		await vi.advanceTimersByTimeAsync(60_000);
		expect(etags).toEqual([]);
	});
});
