import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countsOf, raise, type Raised } from './hands';

const options = [{ id: 1 }, { id: 2 }];
const none: Raised = { of: {}, more: {} };
const counts = (raised: Raised) => countsOf(options, raised).map(({ n }) => n);

test('a hand goes up for one option, over to another, and down again', () => {
	const up = raise(none, 'mai', 1);
	expect(counts(up)).toEqual([1, 0]);
	expect(counts(raise(up, 'mai', 2))).toEqual([0, 1]);
	expect(counts(raise(up, 'mai', 1))).toEqual([0, 0]);
});
test('hands are counted without pictures too, and never below none', () => {
	expect(counts({ of: { mai: 1 }, more: { 1: 3, 2: -2 } })).toEqual([4, 0]);
});
test('nobody has two hands up, however they are tapped', () => {
	const tap = fc.record({ who: fc.constantFrom('a', 'b', 'c'), option: fc.constantFrom(1, 2) });
	fc.assert(
		fc.property(fc.array(tap), (taps) => {
			const raised = taps.reduce((now, { who, option }) => raise(now, who, option), none);
			expect(counts(raised).reduce((all, n) => all + n)).toBeLessThanOrEqual(3);
		})
	);
});
