import { describe, expect, test } from 'vitest';
import type { LessonProgress } from '$lib/domain/progress';
import { courseToShow } from './course-to-show';
import type { ConsoleCourse, GroupView } from './group-view';
import { pathOf } from './path-view';

const courses: ConsoleCourse[] = [
	{ slug: 'phone', title: 'Phone', lessons: [{ slug: 'a', title: 'A', questions: 2 }] },
	{ slug: 'pay', title: 'Pay', lessons: [{ slug: 'otp', title: 'OTP', questions: 1 }] }
];
const answered = (right: boolean, wrong: number) => ({ answers: wrong + 1, wrong, right, rightFirst: false });
const lesson = (more: Partial<LessonProgress>): LessonProgress => ({
	firstAtMs: 1,
	lastAtMs: 5,
	heard: [1],
	questions: {},
	completedAtMs: null,
	...more
});

describe("a woman's path", () => {
	test.each([
		{ says: 'not begun', progress: undefined, square: 'none', right: 0, stuck: [] },
		{ says: 'begun', progress: lesson({}), square: 'begun', right: 0, stuck: [] },
		{
			says: 'wrong twice',
			progress: lesson({ questions: { 1: answered(false, 2) } }),
			square: 'begun',
			right: 0,
			stuck: []
		},
		{
			says: 'wrong three times',
			progress: lesson({ questions: { 1: answered(false, 3), 2: answered(true, 0) } }),
			square: 'stuck',
			right: 1,
			stuck: [{ question: 1, wrong: 3 }]
		},
		{
			says: 'right in the end',
			progress: lesson({ questions: { 1: answered(true, 4) }, completedAtMs: 5 }),
			square: 'done',
			right: 1,
			stuck: []
		}
	])('$says: $square', ({ progress, square, right, stuck }) => {
		const lessons: Record<string, LessonProgress> = progress ? { a: progress } : {};
		const [course] = pathOf(courses, { lessons, courses: {} }, 3);
		expect(course?.lessons[0]).toMatchObject({ square, right, questions: 2, stuck });
	});
});

type Shown = { says: string; asked: string | null; squares: Record<string, string>[]; shown: string };

describe('the course that is shown first', () => {
	const view = (...squares: Record<string, string>[]) =>
		({ women: squares.map((one) => ({ squares: one })) }) as unknown as GroupView;
	test.each<Shown>([
		{ says: 'the one asked for', asked: 'pay', squares: [{ phone: 'b' }], shown: 'pay' },
		{
			says: 'the one most are in',
			asked: null,
			squares: [{ phone: 'd', pay: 'b' }, { pay: 's' }],
			shown: 'pay'
		},
		{
			says: 'the first, when nobody has begun',
			asked: null,
			squares: [{ phone: '-', pay: '-' }],
			shown: 'phone'
		},
		{ says: 'not one that does not exist', asked: 'nonsense', squares: [], shown: 'phone' }
	])('is $says', ({ asked, squares, shown }) => {
		expect(courseToShow(courses, view(...squares), asked)).toBe(shown);
	});
	test('no course at all is no trouble', () => expect(courseToShow([], view(), null)).toBe(''));
});
