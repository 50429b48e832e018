import { describe, expect, test } from 'vitest';
import { DAY_MS } from './ago';
import { groupView, squaresOf, tally, type ConsoleCourse, type WomanSeen } from './group-view';
import { countsOf, needsOf } from './needs';

const NOW = 1_800_000_000_000;
const courses: ConsoleCourse[] = [
	{
		slug: 'phone',
		title: 'Phone',
		lessons: ['a', 'b', 'c'].map((slug) => ({ slug, title: slug, questions: 1 }))
	},
	{ slug: 'pay', title: 'Pay', lessons: [{ slug: 'otp', title: 'OTP', questions: 2 }] }
];
const woman = (name: string, more: Partial<WomanSeen> = {}): WomanSeen => ({
	id: name,
	name,
	picture: 'fish',
	cardIssuedAtMs: NOW - 30 * DAY_MS,
	cardRevoked: false,
	phones: 1,
	revokedPhones: 0,
	lastSeenAtMs: NOW,
	lessons: {},
	stuck: [],
	badges: [],
	...more
});
const viewOf = (...women: WomanSeen[]) =>
	groupView({ group: { id: 'g', name: 'Nà Chang', place: '' }, women }, courses);
const otp = { lesson: 'otp', question: 2, wrong: 3 };

describe("a woman's squares", () => {
	const done = { state: 'done', lastAtMs: NOW } as const;
	const begun = { state: 'begun', lastAtMs: NOW } as const;
	test.each<{ says: string; seen: Partial<WomanSeen>; phone: string; pay: string }>([
		{ says: 'nothing', seen: {}, phone: '---', pay: '-' },
		{ says: 'one done, one begun', seen: { lessons: { a: done, b: begun } }, phone: 'db-', pay: '-' },
		{ says: 'stuck', seen: { lessons: { otp: begun }, stuck: [otp] }, phone: '---', pay: 's' },
		{ says: 'a lesson that is gone', seen: { lessons: { old: done } }, phone: '---', pay: '-' }
	])('with $says are "$phone" and "$pay"', ({ seen, phone, pay }) => {
		expect(viewOf(woman('Mẩy', seen)).women[0]?.squares).toEqual({ phone, pay });
	});

	test('come back from their letters, with their numbers', () => {
		expect(squaresOf('db-s')).toEqual(['done', 'begun', 'none', 'stuck']);
		expect(tally(squaresOf('ddb-s'))).toEqual({ done: 2, begun: 1, none: 1, stuck: 1, all: 5 });
	});
});

describe('who needs the trainer', () => {
	test.each([
		{ says: 'nobody in an empty group', women: [], who: [] },
		{ says: 'nobody who learned today', women: [woman('Mẩy')], who: [] },
		{
			says: 'not who was quiet for exactly 14 days',
			women: [woman('Mẩy', { lastSeenAtMs: NOW - 14 * DAY_MS })],
			who: []
		},
		{
			says: 'who was quiet for longer, the longest first',
			women: [
				woman('Nga', { lastSeenAtMs: NOW - 15 * DAY_MS }),
				woman('Dợ', { lastSeenAtMs: NOW - 30 * DAY_MS })
			],
			who: ['Dợ', 'Nga']
		},
		{
			says: 'who is stuck before who is quiet',
			women: [woman('Dợ', { lastSeenAtMs: NOW - 30 * DAY_MS }), woman('Nga', { stuck: [otp] })],
			who: ['Nga', 'Dợ']
		},
		{ says: 'not who never joined', women: [woman('Sua', { lastSeenAtMs: null, phones: 0 })], who: [] }
	])('$says', ({ women, who }) => {
		expect(needsOf(viewOf(...women), NOW).map((need) => need.woman.name)).toEqual(who);
	});

	test('since when: her last answer in that lesson', () => {
		const lessons = { otp: { state: 'begun', lastAtMs: NOW - DAY_MS } as const };
		const [need] = needsOf(viewOf(woman('Nga', { stuck: [otp], lessons })), NOW);
		expect(need?.stuck).toEqual([{ ...otp, sinceMs: NOW - DAY_MS }]);
	});
});

test('the numbers of a group', () => {
	const view = viewOf(
		woman('Mẩy', { lastSeenAtMs: NOW - 5 }),
		woman('Dợ', { lastSeenAtMs: NOW - 8 * DAY_MS }),
		woman('Nga', { lastSeenAtMs: null, phones: 0, cardIssuedAtMs: null }),
		woman('Khé', { cardRevoked: true, lastSeenAtMs: null, phones: 0, revokedPhones: 1 })
	);
	expect(countsOf(view, NOW)).toEqual({
		women: 4,
		active: 1,
		notJoined: 1,
		noCard: 2,
		lastSeenAtMs: NOW - 5
	});
	expect(countsOf(viewOf(), NOW).lastSeenAtMs).toBeNull();
});
