import { describe, expect, test } from 'vitest';
import { Once } from './once';

function counted(keepMs = 1000) {
	const clock = { ms: 0 };
	const calls = { n: 0 };
	const once = new Once<string>(keepMs, () => clock.ms);
	const send = (key: string, result = 'made', isFinal = true) =>
		once.run(
			key,
			() => Promise.resolve(`${result} ${++calls.n}`),
			() => isFinal
		);
	return { clock, calls, once, send };
}

describe('a form that arrives twice', () => {
	test('at the same moment is carried out once, and both hear the same', async () => {
		const { send, calls } = counted();
		expect(await Promise.all([send('k'), send('k')])).toEqual(['made 1', 'made 1']);
		expect(calls.n).toBe(1);
	});
	test('with another key is carried out twice', async () => {
		const { send } = counted();
		expect([await send('a'), await send('b')]).toEqual(['made 1', 'made 2']);
	});
	test('long after gives nothing away and does nothing', async () => {
		const { send, clock, calls } = counted();
		await send('k');
		clock.ms = 2000;
		expect(await send('k')).toBeUndefined();
		expect(calls.n).toBe(1);
	});
	test('after a problem was put right is carried out', async () => {
		const { send } = counted();
		await send('k', 'problem', false);
		expect(await send('k')).toBe('made 2');
	});
	test('after it failed is carried out', async () => {
		const { once, send } = counted();
		await expect(
			once.run(
				'k',
				() => Promise.reject(new Error('away')),
				() => true
			)
		).rejects.toThrow('away');
		expect(await send('k')).toBe('made 1');
	});
	test('a day later is a new one', async () => {
		const { send, clock } = counted();
		await send('k');
		clock.ms = 25 * 3600_000;
		expect(await send('k')).toBe('made 2');
	});
});
