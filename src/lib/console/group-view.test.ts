import { describe, expect, test } from 'vitest';
import { DAY_MS } from './ago';
import { groupView, squaresOf, tally, type ConsoleCourse, type WomanSeen } from './group-view';
import { countsOf, isQuiet } from './needs';

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
	freeBytes: null,
	missing: null,
	falls: [],
	lessons: {},
	stuck: [],
	badges: [],
	...more
});
const viewOf = (...women: WomanSeen[]) =>
	groupView({ group: { id: 'g', name: 'Nà Chang', place: '' }, women, questions: [] }, courses, rhythm);
const plot = { width: 1, height: 1, head: 0, top: 1, bars: [] };
const rhythm = { weeks: [], active: plot, done: plot };
const otp = { lesson: 'otp', question: 2, wrong: 3, sinceMs: NOW - DAY_MS, lastAtMs: NOW };

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

test.each([
	{ days: 14, is: false },
	{ days: 14.1, is: true }
])('nothing for $days days is quiet: $is', ({ days, is }) => {
	expect(isQuiet({ lastSeenAtMs: NOW - days * DAY_MS }, NOW)).toBe(is);
});

test('who never joined is not quiet', () => expect(isQuiet({ lastSeenAtMs: null }, NOW)).toBe(false));

test('a row tells what needs are told from, and nothing else that the server knows', () => {
	const seen = { ...woman('Nga', { stuck: [otp] }), ethnicity: 'tay', codeHash: 'x' };
	const [row] = viewOf(seen).women;
	expect(row).toMatchObject({ stuck: [otp], hasCard: true, hasLearned: false, falls: [], missing: null });
	expect(row).not.toHaveProperty('ethnicity');
	expect(row).not.toHaveProperty('codeHash');
	expect(row).not.toHaveProperty('lessons');
});

test('questions of lessons that are taught no more are left out', () => {
	const figures = (lesson: string) => ({ lesson, question: 1, answered: 2, rightFirst: 1 });
	const view = groupView(
		{ group: viewOf().group, women: [], questions: [figures('old'), figures('a')] },
		courses,
		rhythm
	);
	expect(view.questions).toEqual([figures('a')]);
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
