import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Delivery } from './deliver';
import { SyncLoop } from './sync-loop';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A loop whose server answers as told, and the times at which it was asked, in ms. */
function loopWith(first: Delivery['kind'] = 'delivered') {
	const startMs = Date.now();
	const calls: number[] = [];
	const options: boolean[] = [];
	const line = { answer: { kind: first, waitMs: 40_000 } as Delivery, mayPoll: true };
	const loop = new SyncLoop({
		run: ({ onlyOwing }) => {
			calls.push(Date.now() - startMs);
			options.push(onlyOwing);
			return Promise.resolve({ deliveries: new Map([['mai', line.answer]]) });
		},
		mayPoll: () => line.mayPoll,
		onrunning: () => {},
		ondelivered: () => {},
		random: () => 0.99
	});
	return { loop, calls, options, line };
}
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe('the loop', () => {
	test('asks at once when woken, and is quiet while nothing waits', async () => {
		const { loop, calls } = loopWith();
		loop.wake();
		await pass(600_000);
		expect(calls).toEqual([0]);
	});

	test('gathers what happens in six seconds into one call', async () => {
		const { loop, calls } = loopWith();
		for (const waiting of [1, 2, 3]) {
			loop.owes(waiting);
			await pass(1_500);
		}
		await pass(2_000);
		expect(calls).toEqual([6_000]);
	});

	test('notices within 8 s that the server is back, however long it was gone', async () => {
		const { loop, calls, line } = loopWith('offline');
		loop.owes(1);
		await pass(3_600_000);
		const gaps = calls.slice(1).map((atMs, index) => atMs - calls[index]!);
		expect(gaps[0]).toBeLessThan(2_000);
		expect(Math.max(...gaps)).toBeLessThanOrEqual(8_000);
		line.answer = { kind: 'delivered' };
		const failed = calls.length;
		await pass(8_000);
		expect(calls.length).toBeGreaterThan(failed);
	});

	test.each([
		{ kind: 'too_many', afterMs: 40_000 },
		{ kind: 'refused', afterMs: 300_000 },
		{ kind: 'stuck', afterMs: 300_000 },
		{ kind: 'not_joined', afterMs: 300_000 }
	] as const)('after $kind it waits $afterMs ms', async ({ kind, afterMs }) => {
		const { loop, calls } = loopWith(kind);
		loop.wake();
		loop.owes(1);
		await pass(afterMs - 1);
		expect(calls).toEqual([0]);
		await pass(1);
		expect(calls).toEqual([0, afterMs]);
	});

	test('does not poll out of sight or offline, and goes on when looked at', async () => {
		const { loop, calls, line } = loopWith('offline');
		line.mayPoll = false;
		loop.owes(3);
		await pass(600_000);
		expect(calls).toEqual([]);
		line.mayPoll = true;
		loop.look();
		await pass(0);
		expect(calls).toEqual([600_000]);
	});

	test('asks for news when looked at, but not twice in a minute', async () => {
		const { loop, options } = loopWith();
		loop.look();
		await pass(30_000);
		loop.look();
		await pass(30_000);
		loop.look();
		await pass(0);
		expect(options).toEqual([false, false]);
	});

	test('a wake during a call is followed by another call', async () => {
		const { loop, calls } = loopWith();
		loop.wake();
		loop.wake();
		loop.wake();
		await pass(0);
		expect(calls).toHaveLength(2);
	});

	test('once stopped it does nothing', async () => {
		const { loop, calls } = loopWith('offline');
		loop.owes(1);
		loop.stop();
		loop.wake();
		await pass(60_000);
		expect(calls).toEqual([]);
	});
});
