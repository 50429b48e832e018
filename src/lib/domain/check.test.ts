import { test } from '@fast-check/vitest';
import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { catalogOf } from '../../../tests/fixtures/catalog';
import { CHECK_QUESTIONS, CHECK_TRIAL, checkDue, isCheck, type CheckSeen, type CheckTime } from './check';
import type { CatalogCourse } from './course';
import type { Progress } from './progress';

const course: CatalogCourse = (() => {
	const [found] = catalogOf({ phone: ['a', 'b', 'c'] }).courses;
	const lesson = found!.modules[0]!.lessons[0]!;
	return { ...found!, check: { ...lesson, slug: 'hoi-phone' } };
})();
const progress = (begun: string[], done: string[] = []): Progress => ({
	courses: {},
	lessons: Object.fromEntries(
		[...begun, ...done].map((slug) => [
			slug,
			{ firstAtMs: 1, lastAtMs: 1, heard: [1], questions: {}, completedAtMs: done.includes(slug) ? 1 : null }
		])
	)
});
const all = progress([], ['a', 'b', 'c']);
const seen = (time: CheckTime, ...questions: (number | null)[]): CheckSeen[] =>
	questions.map((question) => ({ course: 'phone', time, question }));
const [ODD, EVEN] = ['xa', 'xb'];
const asked = (given: Progress, before: CheckSeen[] = [], who = ODD!) => checkDue(course, given, before, who);

describe('what is asked before and after a course', () => {
	test('is a question to get used to it and one of two forms, by the woman', () => {
		expect(asked(progress([]))).toEqual({ time: 'before', questions: [1, 2, 3, 4] });
		expect(asked(progress([]), [], EVEN)).toEqual({ time: 'before', questions: [1, 5, 6, 7] });
	});
	test('comes before until a second lesson is begun, and after when all are done', () => {
		expect(asked(progress(['a']))?.time).toBe('before');
		expect(asked(progress(['a', 'b']))).toBeNull();
		expect(asked(progress(['c'], ['a', 'b']))).toBeNull();
		expect(asked(all)?.time).toBe('after');
	});
	test('is the other form after than before, whichever phone she is on', () => {
		expect(asked(all, seen('before', 1, 2, 3, 4, null))?.questions).toEqual([1, 5, 6, 7]);
		expect(asked(all, seen('before', 1, 2, 3, 4, null), EVEN)?.questions).toEqual([1, 5, 6, 7]);
		expect(asked(all, seen('before', 1, 5, null))?.questions).toEqual([1, 2, 3, 4]);
	});
	test('goes on where she stopped, and ends with an answer to all or a skip', () => {
		expect(asked(progress([]), seen('before', 1, 2))?.questions).toEqual([3, 4]);
		expect(asked(progress([]), seen('before', null))).toBeNull();
		expect(asked(all, seen('before', null))?.time).toBe('after');
		expect(asked(all, seen('after', 1, null))).toBeNull();
	});
	test('is nothing for a course that has none', () => {
		const { check: _, ...without } = course;
		expect(checkDue(without, all, [], ODD!)).toBeNull();
	});
	test.prop([
		fc.array(
			fc.record({
				time: fc.constantFrom('before', 'after'),
				question: fc.constantFrom(null, 1, 2, 3, 4, 5, 6, 7)
			})
		),
		fc.string({ minLength: 1 })
	])('never asks what was answered, nor of both forms, whatever came in', (events, who) => {
		const hers = events.map((one) => ({ ...one, course: 'phone' }) as CheckSeen);
		for (const given of [progress([]), all]) {
			const due = checkDue(course, given, hers, who);
			if (!due) continue;
			const counted = due.questions.filter((question) => question !== CHECK_TRIAL);
			expect(counted.every((n) => n <= 4) || counted.every((n) => n > 4)).toBe(true);
			for (const { time, question } of hers)
				if (time === due.time && question !== null) expect(due.questions).not.toContain(question);
		}
	});
	test('a lesson is fit for it when it has exactly its questions', () => {
		const questions = Array.from({ length: CHECK_QUESTIONS }, (_, n) => n + 1);
		expect(isCheck(questions)).toBe(true);
		expect(isCheck(questions.slice(1))).toBe(false);
		expect(isCheck([...questions, 8])).toBe(false);
	});
});
