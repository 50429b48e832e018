import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ConsoleLine } from './console-line.svelte';

const NOW_MS = Date.UTC(2026, 10, 24, 7, 32);
const answers = (kind: string, status = 200) =>
	Response.json({ principal: { kind } }, { status, headers: { date: new Date(NOW_MS).toUTCString() } });

let listeners: Record<string, () => void>;
let line: ConsoleLine;
const ask = vi.fn<() => Promise<Response>>();
const renew = vi.fn(() => Promise.resolve());
const onsignedout = vi.fn();
/** @param atMs when the server gave what is shown */
const start = async (atMs = NOW_MS) => {
	line = new ConsoleLine({ renew, onsignedout, fetch: ask });
	const stop = line.start(() => atMs);
	await vi.advanceTimersByTimeAsync(0);
	return stop;
};

beforeEach(() => {
	vi.useFakeTimers();
	vi.clearAllMocks();
	listeners = {};
	const listen = { addEventListener: (name: string, act: () => void) => (listeners[name] = act) };
	vi.stubGlobal('addEventListener', listen.addEventListener);
	vi.stubGlobal('removeEventListener', () => {});
	vi.stubGlobal('document', { ...listen, removeEventListener: () => {}, visibilityState: 'visible' });
	ask.mockImplementation(() => Promise.resolve(answers('staff')));
});
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

describe('the line of the console', () => {
	test('is there: nothing is said, nothing fetched anew', async () => {
		await start(NOW_MS - 5_000);
		expect(line.isOffline).toBe(false);
		expect(renew).not.toHaveBeenCalled();
	});

	test('is there, and the page was an old one: it is fetched anew', async () => {
		await start(NOW_MS - 3_600_000);
		expect(renew).toHaveBeenCalledOnce();
	});

	test.each([
		{ why: 'no answer', answer: () => Promise.reject(new TypeError('no line')) },
		{ why: 'a database that is away', answer: () => Promise.resolve(answers('guest', 503)) },
		{ why: "a village's login page", answer: () => Promise.resolve(new Response('<html>')) }
	])('is away for $why, and is looked for until it is back', async ({ answer }) => {
		ask.mockImplementation(answer);
		await start();
		expect(line.isOffline).toBe(true);
		await vi.advanceTimersByTimeAsync(25_000);
		expect(ask).toHaveBeenCalledTimes(3);
		expect(onsignedout).not.toHaveBeenCalled();
		ask.mockImplementation(() => Promise.resolve(answers('staff')));
		await vi.advanceTimersByTimeAsync(10_000);
		expect(line.isOffline).toBe(false);
		expect(renew).toHaveBeenCalledOnce();
	});

	test('goes when the phone says so, before anything is asked', async () => {
		await start();
		listeners.offline!();
		expect(line.isOffline).toBe(true);
	});

	test('leads to the sign-in page when nobody is signed in any more', async () => {
		ask.mockImplementation(() => Promise.resolve(answers('guest')));
		await start();
		expect(onsignedout).toHaveBeenCalledOnce();
		expect(renew).not.toHaveBeenCalled();
	});

	test('is not asked for once the page is left', async () => {
		ask.mockImplementation(() => Promise.reject(new TypeError('no line')));
		const stop = await start();
		stop();
		await vi.advanceTimersByTimeAsync(60_000);
		expect(ask).toHaveBeenCalledOnce();
	});
});
