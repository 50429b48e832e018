import { beforeEach, expect, test, vi } from 'vitest';
import { catalogOf } from '../../../tests/fixtures/catalog';
import { keptId, newPhone, type Tab } from '../../../tests/fixtures/phone';

let tab: Tab;
let id: string;
beforeEach(async () => {
	tab = await newPhone();
	id = keptId(await tab.createGuest('vi'));
	await tab.keepCatalog(catalogOf({ phone: ['a', 'b'], market: ['c'] }));
});

const right = (lesson: string) =>
	tab.record(id, { kind: 'question.answered', data: { lesson, question: 1, try: 1, right: true } });
const kinds = async () => (await tab.db.events.orderBy('[profile+device+seq]').toArray()).map((e) => e.kind);

test('the last lesson of a course gives its badge, once, with one course.completed', async () => {
	await right('a');
	await right('b');
	expect(await tab.completeLesson(id, 'a', () => 5)).toMatchObject({ kind: 'completed', badges: [] });
	expect(await tab.completeLesson(id, 'b', () => 7)).toMatchObject({
		progress: { completedAtMs: 7 },
		badges: [{ course: 'phone', earnedAtMs: 7, state: 'earned' }]
	});
	expect(await tab.completeLesson(id, 'b', () => 9)).toMatchObject({ badges: [] });
	expect(await tab.loadBadges(id)).toEqual([{ course: 'phone', earnedAtMs: 7, state: 'earned' }]);
	expect((await kinds()).filter((kind) => kind === 'course.completed')).toHaveLength(1);
	expect((await tab.loadProgress(id)).courses).toEqual({ phone: 7 });
});

test('a lesson without its right answers gives none', async () => {
	await right('a');
	await tab.completeLesson(id, 'a');
	expect(await tab.completeLesson(id, 'b')).toMatchObject({ badges: [] });
	expect(await kinds()).not.toContain('course.completed');
});

test('it begins at its first card next time', async () => {
	await tab.record(id, { kind: 'card.heard', data: { lesson: 'a', card: 2 } }, 1);
	await tab.completeLesson(id, 'a');
	expect(await tab.loadPosition(id, 'a')).toBe(0);
});

test('when the badge cannot be kept, the completion is not kept either', async () => {
	await right('c');
	vi.spyOn(tab.db.badges, 'add').mockImplementation(() => {
		throw new DOMException('full', 'QuotaExceededError');
	});
	expect(await tab.completeLesson(id, 'c')).toEqual({ kind: 'trouble', code: 'full' });
	expect(await kinds()).toEqual(['question.answered']);
	expect((await tab.loadProgress(id)).lessons.c?.completedAtMs).toBeNull();
});

test('a phone without a catalogue keeps the completion and gives the badge later', async () => {
	await tab.db.catalog.clear();
	await right('c');
	expect(await tab.completeLesson(id, 'c')).toMatchObject({ badges: [] });
	await tab.keepCatalog(catalogOf({ market: ['c'], phone: ['a'] }));
	await right('a');
	expect(await tab.completeLesson(id, 'a')).toMatchObject({
		badges: [{ course: 'market' }, { course: 'phone' }]
	});
});
