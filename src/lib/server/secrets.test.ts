import { describe, expect, test } from 'vitest';
import { hashOfCard, hashOfCookie, isSameSecret, newCode, newPublicId, newSecret } from './secrets';

describe('secrets', () => {
	test('are of their form and never the same', () => {
		const many = <T>(make: () => T) => new Set(Array.from({ length: 1000 }, make));
		expect([...many(newSecret)].filter((secret) => /^[\w-]{22}$/.test(secret))).toHaveLength(1000);
		expect([...many(newPublicId)].filter((id) => /^[a-z0-9]{26}$/.test(id))).toHaveLength(1000);
		expect([...many(newCode)].every((code) => /^\d{8}$/.test(code))).toBe(true);
	});

	test('are hashed with the pepper', () => {
		expect(hashOfCard('12345678', 'one')).toMatch(/^[0-9a-f]{64}$/);
		expect(hashOfCard('12345678', 'one')).not.toBe(hashOfCard('12345678', 'two'));
		expect(hashOfCookie('value')).toMatch(/^[0-9a-f]{64}$/);
	});

	test.each([
		['abc', 'abc', true],
		['abc', 'abd', false],
		['abc', 'abcd', false],
		['', '', true]
	])('"%s" and "%s" are the same: %s', (a, b, same) => expect(isSameSecret(a, b)).toBe(same));
});
