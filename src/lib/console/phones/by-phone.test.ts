import { describe, expect, test } from 'vitest';
import { DAY_MS } from '../ago';
import { byPhone, isLow, isSilent, type ListedProfile } from './by-phone';

const NOW = 1_790_000_000_000;
const profile = (id: string, more: Partial<ListedProfile> = {}): ListedProfile => ({
	...{
		id,
		phone: '',
		app: '1',
		freeBytes: 1e9,
		joinedAtMs: NOW - DAY_MS,
		pushedAtMs: NOW,
		revokedAtMs: null
	},
	...{ learner: `l${id}`, name: id, picture: 'fish', groups: ['g'], sharing: 1 },
	...more
});
const keysOf = (profiles: ListedProfile[]) =>
	byPhone(profiles).map(({ profiles }) => profiles.map(({ id }) => id));

describe('phones', () => {
	test.each([
		['nobody', [], []],
		['each on her own', [profile('a'), profile('b')], [['a'], ['b']]],
		[
			'two on one',
			[profile('a', { phone: 'p' }), profile('b'), profile('c', { phone: 'p' })],
			[['a', 'c'], ['b']]
		],
		[
			'one of two was taken away',
			[profile('a', { phone: 'p' }), profile('c', { phone: 'p', revokedAtMs: NOW })],
			[['a'], ['c']]
		]
	])('%s', (_who, profiles, expected) => expect(keysOf(profiles)).toEqual(expected));

	test('says what the last to report said, and how many others there are', () => {
		const [phone] = byPhone([
			profile('a', { phone: 'p', pushedAtMs: NOW - DAY_MS, freeBytes: 5, sharing: 3 }),
			profile('b', { phone: 'p', pushedAtMs: NOW, freeBytes: 7, app: '2', sharing: 3 })
		]);
		expect(phone).toMatchObject({ freeBytes: 7, app: '2', seenAtMs: NOW, others: 1, isRevoked: false });
	});

	test.each([
		[199_999_999, null, true],
		[200_000_000, null, false],
		[0, null, true],
		[null, null, false],
		[5, NOW, false]
	])('%s bytes left, revoked %s: low is %s', (freeBytes, revokedAtMs, low) => {
		expect(isLow(byPhone([profile('a', { freeBytes, revokedAtMs })])[0]!)).toBe(low);
	});

	test.each([
		[NOW - 13 * DAY_MS, NOW - 30 * DAY_MS, false],
		[NOW - 15 * DAY_MS, NOW - 30 * DAY_MS, true],
		[null, NOW - DAY_MS, false],
		[null, NOW - 15 * DAY_MS, true]
	])('heard of at %s, joined at %s: silent is %s', (pushedAtMs, joinedAtMs, silent) => {
		expect(isSilent(byPhone([profile('a', { pushedAtMs, joinedAtMs })])[0]!, NOW)).toBe(silent);
	});
});
