import { test } from '@fast-check/vitest';
import fc from 'fast-check';
import { expect } from 'vitest';
import { backoffMs } from './backoff';

const share = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

test.prop([fc.nat({ max: 2000 }), share])('waits from half a second to 8 s', (failures, random) => {
	const waitMs = backoffMs(failures, () => random);
	expect(waitMs).toBeGreaterThanOrEqual(500);
	expect(waitMs).toBeLessThanOrEqual(8_000);
});

test.prop([fc.nat({ max: 20 }), share])('never waits less after more failures', (failures, random) => {
	expect(backoffMs(failures + 1, () => random)).toBeGreaterThanOrEqual(backoffMs(failures, () => random));
});

test('spreads phones that failed together over the whole time', () => {
	expect([0, 0.5, 0.99].map((random) => backoffMs(9, () => random))).toEqual([500, 4_000, 7_920]);
});
