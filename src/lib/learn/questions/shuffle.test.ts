import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shuffle } from './shuffle';

test('keeps every part, is the same for the same seed, and never leaves the order as it was', () => {
	fc.assert(
		fc.property(fc.uniqueArray(fc.integer(), { minLength: 2, maxLength: 5 }), fc.string(), (parts, seed) => {
			const mixed = shuffle(parts, seed);
			expect([...mixed].sort()).toEqual([...parts].sort());
			expect(shuffle(parts, seed)).toEqual(mixed);
			expect(mixed).not.toEqual(parts);
		})
	);
});
