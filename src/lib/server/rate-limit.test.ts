import { describe, expect, test } from 'vitest';
import { addressKey, RateLimits, rules } from './rate-limit';

describe('too often', () => {
	test('is counted for each key, says how long to wait, and a good try does not count', async () => {
		const limits = new RateLimits();
		const { points, seconds } = rules.signInByAccount;
		for (let n = 0; n < points; n++) expect(await limits.take(['signInByAccount', 'a'])).toBeNull();
		const wait = await limits.take(['signInByAccount', 'a']);
		expect(wait?.retryAfterS).toBeGreaterThan(seconds - 5);
		expect(await limits.take(['signInByAccount', 'b'])).toBeNull();

		const patient = new RateLimits();
		for (let n = 0; n < 3 * points; n++) {
			expect(await patient.take(['signInByAccount', 'a'])).toBeNull();
			await patient.giveBack(['signInByAccount', 'a']);
		}
	});

	test('codes guessed from everywhere close the codes, not the QR codes', async () => {
		const limits = new RateLimits();
		for (let n = 0; n < rules.joinByCode.points; n++)
			await limits.take(['joinByAddress', `a${n}`], ['joinByCode', 'all']);
		expect(await limits.take(['joinByAddress', 'new'], ['joinByCode', 'all'])).not.toBeNull();
		expect(await limits.take(['joinByAddress', 'new'])).toBeNull();
	});
});

describe('an address', () => {
	test.each([
		['192.0.2.7', '192.0.2.7'],
		['::ffff:192.0.2.7', '::ffff:192.0.2.7'],
		['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
		['2001:db8:1:2::9', '2001:db8:1:2'],
		['2001:db8::9', '2001:db8:0:0'],
		['::1', '0:0:0:0']
	])('%s counts as %s', (address, key) => expect(addressKey(address)).toBe(key));
});
