import { expect, test } from 'vitest';
import { countFigures, IN_TOTAL_ALONE } from './count';

test('a woman counts once in each group that she is in, and once in all; so does each of her things', () => {
	const { lines, total } = countFigures(
		{
			enrolled: [
				['a', 'mai', '', 1, 0],
				['b', 'mai', '', 1, 0],
				['b', 'hoa', '', 1, 0]
			],
			active: [['b', 'mai', '', 1, 0]],
			orders: [
				['a', 'mai', 'o1', 1, 0],
				['b', 'mai', 'o1', 1, 0],
				['b', 'mai', 'o2', 1, 0],
				// Another woman's order may bear the same id.
				['b', 'hoa', 'o1', 1, 0]
			],
			known30: [
				['a', 'mai', 'otp 1', 0, 1],
				['b', 'hoa', 'otp 1', 1, 1]
			],
			met: [
				['a', '', '', 1, 0],
				['b', '', '', 1, 0]
			]
		},
		(group) => group
	);
	const of = (key: string) => lines.find((line) => line.key === key)!.cells;
	expect(of('a')).toMatchObject({
		enrolled: { value: 1, women: 1 },
		active: { value: 0, women: 0, of: 1 },
		orders: { value: 1 },
		known30: { value: 0, of: 1, women: 1 },
		met: { value: 1, women: 0 }
	});
	expect(of('b')).toMatchObject({ enrolled: { value: 2 }, orders: { value: 3, women: 2 } });
	expect(total).toMatchObject({
		enrolled: { value: 2 },
		active: { value: 1, of: 2 },
		orders: { value: 3, women: 2 },
		known30: { value: 1, of: 2, women: 2 },
		met: { value: 2 },
		moved: { value: 0 }
	});
});

test('of a practice that went badly in one group and well in another, the better counts', () => {
	const { total } = countFigures(
		{ practised: [['a', 'mai', 'otp', 0, 1], ['b', 'mai', 'otp', 1, 1]] }, // prettier-ignore
		(group) => group
	);
	expect(total.practised).toEqual({ value: 1, women: 1, of: 1 });
});

test('what is not asked for counts nowhere, what has no line counts in all', () => {
	const { lines, total } = countFigures(
		{ enrolled: [['a', 'mai', '', 1, 0], ['a', 'hoa', '', 1, 0], ['a', 'lan', '', 1, 0]] }, // prettier-ignore
		(_, learner) => (learner === 'mai' ? null : learner === 'hoa' ? IN_TOTAL_ALONE : 'x')
	);
	expect(lines.map(({ key, cells }) => [key, cells.enrolled.value])).toEqual([['x', 1]]);
	expect(total.enrolled.value).toBe(2);
});
