import { expect, test } from 'vitest';
import { waitAfter } from './back-off';
import { shown, shownOf } from './hide-small';
import { dateInVietnam, spanOfDays, spanOfMonth } from './month';
import { orgUnitOf } from './org-unit';
import { seal, unseal } from './seal';
import { uuid5 } from './uuid5';
import { isGenuine, newWebhookSecret, signatureOf } from './webhook/sign';

test('a UUID of a name is the one of RFC 9562 (A.4)', () => {
	const dns = '6ba7b810-9dad-11d1-80b4-00c04fd430c8';
	expect(uuid5('www.example.com', dns)).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2');
});

test.each([
	[0, 0],
	[1, null],
	[4, null],
	[5, 5]
])('%i women leave as %s', (count, out) => expect(shown(count)).toBe(out));

test.each([
	{ count: 6, whole: 30, out: 6 },
	{ count: 30, whole: 30, out: 30 },
	{ count: 28, whole: 30, out: null },
	{ count: 0, whole: 30, out: 0 },
	{ count: 0, whole: 3, out: null }
])('$count of $whole leave as $out: what is left over tells as much', ({ count, whole, out }) =>
	expect(shownOf(count, whole)).toBe(out)
);

test('a month begins at midnight in Vietnam', () => {
	const span = { fromMs: Date.UTC(2026, 9, 31, 17), toMs: Date.UTC(2026, 10, 30, 17) };
	expect(spanOfMonth('2026-11')).toEqual(span);
	expect(spanOfDays('2026-11-01', '2026-11-30')).toEqual(span);
	expect(dateInVietnam(Date.UTC(2026, 10, 24, 17))).toBe('2026-11-25');
	for (const bad of ['2026-13', '26-11', '', '2026-11-01']) expect(spanOfMonth(bad)).toBeNull();
	for (const bad of ['2026-04-31', 'x', '']) expect(spanOfDays(bad, '2026-12-01')).toBeNull();
	expect(spanOfDays('2026-11-02', '2026-11-01')).toBeNull();
});

test.each([
	[{ place: 'Xuân Dương, Na Rì' }, 'XUAN-DUONG-NA-RI'],
	[{ place: 'Đắk Nông' }, 'DAK-NONG'],
	[{ place: '' }, 'UNKNOWN'],
	[{ place: 'x', placeCode: '01900' }, '01900']
])('%o is the unit %s', (group, unit) => expect(orgUnitOf(group)).toBe(unit));

test('what is sealed is opened by its own pepper alone', () => {
	const sealed = seal('một bí mật', 'pepper');
	expect(sealed).not.toContain('bí');
	expect(unseal(sealed, 'pepper')).toBe('một bí mật');
	expect(unseal(sealed, 'another')).toBeNull();
	expect(unseal(sealed.slice(0, -2) + 'aa', 'pepper')).toBeNull();
	expect(unseal('x', 'pepper')).toBeNull();
});

test('waiting doubles, ends at an hour, and is never shorter than was asked', () => {
	expect([1, 2, 3, 99].map((tries) => waitAfter(tries, null, () => 1))).toEqual([
		5_000, 10_000, 20_000, 3_600_000
	]);
	expect(waitAfter(1, null, () => 0)).toBe(2_500);
	expect(waitAfter(1, 60_000, () => 0)).toBe(60_000);
});

test('a message is genuine: not altered, not old, not another secret', () => {
	const secret = newWebhookSecret();
	const message = { id: 'a', timestamp: '1000', body: '{}', signature: signatureOf('a', 1000, '{}', secret) };
	expect(isGenuine(message, secret, 1100)).toBe(true);
	expect(isGenuine({ ...message, body: '{ }' }, secret, 1100)).toBe(false);
	expect(isGenuine({ ...message, timestamp: '1001' }, secret, 1100)).toBe(false);
	expect(isGenuine({ ...message, id: 'b' }, secret, 1100)).toBe(false);
	expect(isGenuine(message, secret, 1301)).toBe(false);
	expect(isGenuine(message, newWebhookSecret(), 1100)).toBe(false);
});
