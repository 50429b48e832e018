import { beforeEach, describe, expect, test } from 'vitest';
import { keptId, mai, newPhone, type Tab } from '../../../tests/fixtures/phone';
import type { Happening } from '../domain/event';
import type { Lesson } from '../domain/lesson';
import { isLeftOut } from '../domain/review-pilot';
import type { LessonRow } from './rows';

const DAY_MS = 24 * 3600_000;
let tab: Tab;
let her: string;
let nowMs: number;
beforeEach(async () => {
	tab = await newPhone();
	her = keptId(await tab.createGuest('vi'));
	nowMs = Date.UTC(2026, 8, 1);
	await tab.db.lessons.bulkAdd([lesson('a'), lesson('b')]);
});

const lesson = (slug: string): LessonRow => ({
	hash: `${slug}1`,
	slug,
	course: 'phone',
	lesson: { slug, questions: [1, 2, 3, 4].map((id) => ({ id })) } as unknown as Lesson
});
const happen = (what: Happening) => tab.record(her, what, undefined, () => nowMs);
const answer = (question: number, right: boolean, of = 'a') =>
	happen({ kind: 'question.answered', data: { lesson: of, question, try: 1, right } });
const complete = (of = 'a') => happen({ kind: 'lesson.completed', data: { lesson: of } });
async function due(before: string, days: number) {
	const { loadDue } = await import('./load-due');
	return (await loadDue(her, before, nowMs + days * DAY_MS)).map(
		({ lesson: { slug }, question }) => `${slug} ${question.id}`
	);
}

describe('what is due before a lesson', () => {
	test('comes after a day, three at most, the wrong one first', async () => {
		for (const n of [1, 2, 3, 4]) await answer(n, n !== 3);
		await complete();
		expect(await due('b', 0.5)).toEqual([]);
		expect(await due('b', 1)).toEqual(['a 3', 'a 1', 'a 2']);
	});

	test('is nothing before a lesson that she has begun, nor of that lesson itself', async () => {
		await answer(1, true);
		await complete();
		expect(await due('a', 9)).toEqual([]);
		await happen({ kind: 'card.heard', data: { lesson: 'b', card: 1 } });
		expect(await due('b', 9)).toEqual([]);
	});

	test('is nothing of a lesson that is not on the phone, nor of a question that a newer version left out', async () => {
		await answer(1, false, 'gone');
		await complete('gone');
		await answer(9, false);
		await complete();
		expect(await due('b', 9)).toEqual([]);
	});

	test('is not asked again on the day it was heard again, and changes no progress', async () => {
		await answer(1, true);
		await complete();
		const before = await tab.loadProgress(her);
		nowMs += 2 * DAY_MS;
		await happen({ kind: 'review.answered', data: { lesson: 'a', question: 1, right: false } });
		expect(await due('b', 0.5)).toEqual([]);
		expect(await due('b', 1)).toEqual(['a 1']);
		expect(await tab.loadProgress(her)).toEqual(before);
	});

	test('is half of it while a programme tries out whether it helps', async () => {
		await tab.joinProfile(her, mai);
		const catalog = { format: 1 as const, courses: [] };
		await tab.keepCatalog(catalog);
		for (const n of [1, 2, 3, 4]) await answer(n, true);
		await complete();
		expect(await due('b', 1)).toEqual(['a 1', 'a 2', 'a 3']);
		await tab.keepCatalog({ ...catalog, pilots: ['review'] });
		const reviewed = [1, 2, 3, 4].filter((question) => !isLeftOut(mai.id, { lesson: 'a', question }));
		expect(await due('b', 1)).toEqual(reviewed.map((question) => `a ${question}`));
		// On the thirtieth day everything is asked.
		expect(await due('b', 30)).toHaveLength(3);
	});

	test('is hers alone', async () => {
		await answer(1, true);
		await complete();
		const { loadDue } = await import('./load-due');
		expect(await loadDue('nobody', 'b', nowMs + 9 * DAY_MS)).toEqual([]);
	});
});
