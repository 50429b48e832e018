import { expect, test } from 'vitest';
import { gainOf, type CheckResult } from './gain';

const result = (
	learner: string,
	time: CheckResult['time'],
	right: number,
	rest: Partial<CheckResult> = {}
) => ({
	...{ learner, time, right, course: 'a', asked: 3 },
	...rest
});

test('only who was asked all of it both times is compared', () => {
	const results = [
		...[result('mai', 'before', 1), result('mai', 'after', 3)],
		...[result('hoa', 'after', 2), result('hoa', 'before', 2)],
		result('lan', 'after', 3),
		...[result('may', 'before', 0, { asked: 1 }), result('may', 'after', 3)]
	];
	expect(gainOf(results)).toEqual([
		{ course: 'a', women: 2, onlyOnce: 2, before: { asked: 6, right: 3 }, after: { asked: 6, right: 5 } }
	]);
});

test('each course by itself; of nothing, nothing', () => {
	const results = [result('mai', 'before', 1), result('mai', 'after', 3, { course: 'b' })];
	expect(gainOf(results).map(({ course, women, onlyOnce }) => [course, women, onlyOnce])).toEqual([
		['a', 0, 1],
		['b', 0, 1]
	]);
	expect(gainOf([])).toEqual([]);
});
