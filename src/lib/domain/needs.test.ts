import { describe, expect, test } from 'vitest';
import { NEED_RULES, needKey, needsOf, womenInNeed, type WomanSeen } from './needs';

const NOW = 1_800_000_000_000;
const DAY = 86_400_000;
const woman = (more: Partial<WomanSeen> = {}): WomanSeen => ({
	cardIssuedAtMs: NOW - 60 * DAY,
	cardRevoked: false,
	phones: 1,
	revokedPhones: 0,
	lastSeenAtMs: NOW,
	freeBytes: 2_000_000_000,
	hasLearned: true,
	stuck: [],
	falls: [],
	missing: null,
	...more
});
const otp = { lesson: 'otp', question: 2, wrong: 3, sinceMs: NOW - 5 * DAY, lastAtMs: NOW - DAY };
const unjoined = { phones: 0, lastSeenAtMs: null, freeBytes: null, hasLearned: false };

describe('who needs somebody', () => {
	test.each<{ says: string; she: Partial<WomanSeen>; kinds: string[] }>([
		{ says: 'not who learned today', she: {}, kinds: [] },
		{ says: 'who was wrong three times', she: { stuck: [otp] }, kinds: ['stuck'] },
		{ says: 'not who was wrong twice', she: { stuck: [{ ...otp, wrong: 2 }] }, kinds: [] },
		{
			says: 'who fell for a trick',
			she: { falls: [{ lesson: 'otp', trick: 'told-otp', lastAtMs: NOW }] },
			kinds: ['fell']
		},
		{ says: 'not who was quiet for 14 days', she: { lastSeenAtMs: NOW - 14 * DAY }, kinds: [] },
		{ says: 'who was quiet for longer', she: { lastSeenAtMs: NOW - 14 * DAY - 1 }, kinds: ['quiet'] },
		{
			says: 'who has lost her phone, and she is not called quiet as well',
			she: { phones: 0, revokedPhones: 1, lastSeenAtMs: NOW - 30 * DAY },
			kinds: ['lost']
		},
		{ says: 'whose phone is full', she: { freeBytes: 49_999_999 }, kinds: ['full'] },
		{ says: 'not whose phone tells nothing of its room', she: { freeBytes: null }, kinds: [] },
		{
			says: 'whose clips do not play',
			she: { missing: { lesson: 'otp', clips: 3, sinceMs: NOW - DAY } },
			kinds: ['clips']
		},
		{
			says: 'not for two clips',
			she: { missing: { lesson: 'otp', clips: 2, sinceMs: NOW - DAY } },
			kinds: []
		},
		{ says: 'whose card has lain for a week', she: unjoined, kinds: ['unjoined'] },
		{
			says: 'not whose card was printed yesterday',
			she: { ...unjoined, cardIssuedAtMs: NOW - DAY },
			kinds: []
		},
		{ says: 'not who has no card', she: { ...unjoined, cardIssuedAtMs: null }, kinds: [] },
		{ says: 'not whose card is locked', she: { ...unjoined, cardRevoked: true }, kinds: [] },
		{
			says: 'not who has no phone and learns on another’s',
			she: { ...unjoined, hasLearned: true },
			kinds: []
		},
		{
			says: 'for more than one reason, the most urgent first',
			she: { stuck: [otp], lastSeenAtMs: NOW - 20 * DAY, freeBytes: 1 },
			kinds: ['stuck', 'quiet', 'full']
		}
	])('$says', ({ she, kinds }) => {
		expect(needsOf(woman(she), NOW).map(({ kind }) => kind)).toEqual(kinds);
	});

	test('since when, on what, and what helps', () => {
		expect(needsOf(woman({ stuck: [otp], lastSeenAtMs: NOW - 20 * DAY }), NOW)).toEqual([
			{ ...otp, kind: 'stuck', toDo: ['listen', 'message'] },
			{ kind: 'quiet', days: 20, sinceMs: NOW - 20 * DAY, toDo: ['call', 'message'] }
		]);
	});

	test('is said by the rules alone', () => {
		const rules = { ...NEED_RULES, quiet: { afterDays: 3, toDo: ['call'] as const } };
		expect(needsOf(woman({ lastSeenAtMs: NOW - 4 * DAY }), NOW, rules)).toMatchObject([{ kind: 'quiet' }]);
	});

	test('each with something that helps', () => {
		for (const { toDo } of Object.values(NEED_RULES)) expect(toDo.length).toBeGreaterThan(0);
	});

	test('keeps its name while it is the same trouble, and has another when it is another', () => {
		const names = needsOf(
			woman({ stuck: [otp, { ...otp, question: 3, wrong: 9 }], lastSeenAtMs: NOW - 20 * DAY }),
			NOW
		).map(needKey);
		expect(new Set(names).size).toBe(3);
		expect(needKey({ ...otp, wrong: 7, kind: 'stuck', toDo: [] })).toBe(names[0]);
	});
});

describe('the women in need', () => {
	test('come by what is most urgent, then who waits longest; who needs nothing is not there', () => {
		const women = [
			{ name: 'Mẩy', ...woman() },
			{ name: 'Dợ', ...woman({ lastSeenAtMs: NOW - 15 * DAY }) },
			{ name: 'Sua', ...woman({ lastSeenAtMs: NOW - 30 * DAY }) },
			{ name: 'Nga', ...woman({ stuck: [otp] }) }
		];
		expect(womenInNeed(women, NOW).map(({ woman }) => woman.name)).toEqual(['Nga', 'Sua', 'Dợ']);
	});
});
