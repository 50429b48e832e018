import { expect, test } from 'vitest';
import { worstFirst } from './question-figures';

const figures = (question: number, rightFirst: number, answered: number) => ({
	lesson: 'otp',
	question,
	answered,
	rightFirst
});

test('what a village gets wrong stands before one slip of one woman', () => {
	const [village, slip, easy, most] = [
		figures(1, 9, 21),
		figures(2, 0, 1),
		figures(3, 20, 20),
		figures(4, 2, 12)
	];
	expect(worstFirst([easy, slip, village, most])).toEqual([most, slip, village, easy]);
});

test('of two that went alike, the one that more women were asked', () => {
	const few = figures(1, 1, 2);
	const many = figures(2, 5, 10);
	expect(worstFirst([few, many])).toEqual([many, few]);
});
