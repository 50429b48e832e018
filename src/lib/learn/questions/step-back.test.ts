import { expect, test } from 'vitest';
import { stepBack } from './step-back';

const options = [
	{ id: 1, correct: false },
	{ id: 2, correct: true },
	{ id: 3, correct: false }
];
const left = (attempt: number, of = options) => stepBack(of, attempt).map(({ id }) => id);

test.each([
	{ says: 'nothing steps back at a first try', attempt: 1, is: [1, 2, 3] },
	{ says: 'nor after one wrong answer', attempt: 2, is: [1, 2, 3] },
	{ says: 'after two, one wrong option does', attempt: 3, is: [1, 2] },
	{ says: 'and no second one, however often', attempt: 9, is: [1, 2] }
])('$says', ({ attempt, is }) => expect(left(attempt)).toEqual(is));

test('of two none steps back: she goes on choosing', () =>
	expect(left(3, options.slice(0, 2))).toEqual([1, 2]));
