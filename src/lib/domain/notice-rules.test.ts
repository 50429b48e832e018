import { test as property } from '@fast-check/vitest';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalogOf } from '../../../tests/fixtures/catalog';
import type { Notice, NoticeOf } from './notice';
import {
	cardOfDay,
	isCurrent,
	lessonsAssigned,
	likelyMs,
	newestFirst,
	openAssignments,
	withCardOf,
	type CardDays
} from './notice-rules';
import { mediaOfNotice } from './media-of-notice';
import { notStarted, type Progress } from './progress';

const base = { version: 1, from: { name: 'Cô Hoa', picture: 'fish' }, untilMs: null };
const file = (letter: string, ext = 'ogg') => `${letter.repeat(64)}.${ext}`;
const spoken = { text: 'x', clip: file('a'), ms: 1, bytes: 1, voice: 'person' as const };
const card = (id: string, fromMs: number, tone: 'warning' | 'news' = 'warning'): NoticeOf<'card'> => ({
	...{ ...base, id, kind: 'card', fromMs },
	body: { tone, title: 'x', picture: file('b', 'svg'), spoken }
});
const voice = (id: string, fromMs: number): NoticeOf<'voice'> => ({
	...{ ...base, id, kind: 'voice', fromMs },
	body: { clip: file('c'), ms: 1, bytes: 1 }
});
const assignment = (id: string, slug: string, due: string | null, fromMs = 1): NoticeOf<'assignment'> => ({
	...{ ...base, id, kind: 'assignment', fromMs },
	body: { what: 'lesson', slug, due }
});

describe('the time as a phone can know it', () => {
	const serverMs = Date.UTC(2026, 10, 24);
	const YEAR_MS = 365 * 24 * 3600_000;
	test.each([
		{ clock: 'right', phoneMs: serverMs + 5000, comparedPhoneMs: serverMs, is: serverMs + 5000 },
		{
			clock: 'ten years ahead',
			phoneMs: serverMs + 10 * YEAR_MS + 7,
			comparedPhoneMs: serverMs + 10 * YEAR_MS,
			is: serverMs + 7
		},
		{ clock: 'in 1970', phoneMs: 9, comparedPhoneMs: 2, is: serverMs + 7 },
		{ clock: 'put back since', phoneMs: 9, comparedPhoneMs: serverMs, is: serverMs }
	])('with a clock that is $clock', ({ phoneMs, comparedPhoneMs, is }) => {
		expect(likelyMs({ phoneMs, comparedPhoneMs, comparedServerMs: serverMs })).toBe(is);
	});
	test.each([
		{ atMs: 9, is: false },
		{ atMs: 10, is: true },
		{ atMs: 19, is: true },
		{ atMs: 20, is: false }
	])('at $atMs a notice from 10 until 20 stands: $is', ({ atMs, is }) => {
		expect(isCurrent({ ...voice('a', 10), untilMs: 20 }, atMs)).toBe(is);
	});
});

describe('the card of the day', () => {
	const cards = [card('news', 1, 'news'), card('late', 3), card('early', 2), voice('voice', 0)];
	const on = (today: string, days: CardDays = [], heard: string[] = []) =>
		cardOfDay(cards, { heard: new Set(heard), days, today })?.id;

	test('is the oldest warning, then news', () => {
		expect(on('2026-11-24')).toBe('early');
		expect(on('2026-11-24', [], ['early'])).toBe('late');
		expect(on('2026-11-24', [], ['early', 'late'])).toBe('news');
		expect(on('2026-11-24', [], ['early', 'late', 'news'])).toBeUndefined();
	});
	test('a trick is a warning: it takes its turn among them, and comes before news', () => {
		const trick = { ...voice('trick', 2), kind: 'scam' } as unknown as Notice;
		const among = (heard: string[], all: Notice[] = [card('news', 1, 'news'), card('late', 3), trick]) =>
			cardOfDay(all, { heard: new Set(heard), days: [], today: '2026-11-24' })?.id;
		expect(among([])).toBe('trick');
		expect(among(['trick'])).toBe('late');
		expect(among(['trick', 'late'])).toBe('news');
	});
	test('stays the same all day, and once it is heard there is none until another day', () => {
		const days = withCardOf([], '2026-11-24', 'late');
		expect(on('2026-11-24', days)).toBe('late');
		expect(on('2026-11-24', days, ['late'])).toBeUndefined();
		expect(on('2026-11-25', days, ['late'])).toBe('early');
		expect(withCardOf(days, '2026-11-24', 'early')).toBe(days);
	});

	const day = fc.integer({ min: 1, max: 6 }).map((n) => `2026-11-0${n}`);
	property.prop([fc.array(fc.tuple(day, fc.boolean()), { maxLength: 60 })])(
		'however the clock jumps: never two on a day of one name, and none is lost',
		(visits) => {
			let days: CardDays = [];
			const heard = new Set<string>();
			const shown = new Map<string, Set<string>>();
			const visit = (today: string, hears: boolean) => {
				const found = cardOfDay(cards, { heard, days, today });
				if (!found) return;
				days = withCardOf(days, today, found.id);
				shown.set(today, (shown.get(today) ?? new Set()).add(found.id));
				if (hears) heard.add(found.id);
			};
			for (const [today, hears] of visits) visit(today, hears);
			for (const [, ids] of shown) expect(ids.size).toBe(1);
			for (let n = 0; n < cards.length; n++) visit(`2030-01-0${n + 1}`, true);
			expect([...heard].sort()).toEqual(['early', 'late', 'news']);
		}
	);
});

describe('assignments', () => {
	const { courses } = catalogOf({ 'dien-thoai': ['mot', 'hai', 'ba'], 'ban-hang': ['bon'] });
	const [course] = courses;
	const lessons = course!.modules.flatMap((module) => module.lessons);
	const [first, second] = lessons;
	const done = (...slugs: string[]): Progress => ({
		...notStarted,
		lessons: Object.fromEntries(
			slugs.map((slug) => [slug, { firstAtMs: 1, lastAtMs: 1, heard: [], questions: {}, completedAtMs: 1 }])
		)
	});

	test.each([
		{ what: 'course' as const, slug: course!.slug, are: lessons.length },
		{ what: 'module' as const, slug: course!.modules[0]!.slug, are: course!.modules[0]!.lessons.length },
		{ what: 'lesson' as const, slug: first!.slug, are: 1 },
		{ what: 'lesson' as const, slug: 'gone', are: 0 },
		{ what: 'module' as const, slug: first!.slug, are: 0 }
	])('a $what "$slug" asks for $are lessons', ({ what, slug, are }) => {
		expect(lessonsAssigned({ what, slug, due: null }, courses)).toHaveLength(are);
	});
	test('the nearest day comes first, then the oldest; what is done or gone is left out', () => {
		const notices: Notice[] = [
			assignment('none', first!.slug, null, 1),
			assignment('late', first!.slug, '2026-12-31'),
			assignment('soon', second!.slug, '2026-11-30'),
			assignment('gone', 'gone', '2026-01-01'),
			voice('voice', 9)
		];
		const ids = (progress: Progress) =>
			openAssignments(notices, courses, progress).map(({ notice }) => notice.id);
		expect(ids(notStarted)).toEqual(['soon', 'late', 'none']);
		expect(ids(done(second!.slug))).toEqual(['late', 'none']);
		expect(ids(done(first!.slug, second!.slug))).toEqual([]);
	});
	test('a course leads to its first lesson that is not done', () => {
		const whole = {
			...assignment('a', course!.slug, null),
			body: { what: 'course' as const, slug: course!.slug, due: null }
		};
		expect(openAssignments([whole], courses, done(first!.slug))[0]?.lesson.slug).toBe(second!.slug);
	});
});

test('newest first, in one order everywhere', () => {
	const all = [voice('b', 1), voice('a', 1), voice('c', 2)];
	expect(all.sort(newestFirst).map(({ id }) => id)).toEqual(['c', 'a', 'b']);
});

test('the files of a notice are found wherever its kind keeps them', () => {
	expect(mediaOfNotice(card('a', 1).body)).toEqual([file('b', 'svg'), file('a')]);
	expect(mediaOfNotice({ deep: [{ clip: file('d') }, null, 7, 'x.ogg'] })).toEqual([file('d')]);
});
