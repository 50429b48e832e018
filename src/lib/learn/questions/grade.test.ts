import { describe, expect, test } from 'vitest';
import type { ChoiceQuestion, OrderQuestion, TrueFalseQuestion } from '$lib/domain/lesson';
import { spoken } from '../../../../tests/fixtures/catalog';
import { grade as gradeChoice } from './choice/grade';
import { grade as gradeOrder } from './order/grade';
import { grade as gradeTrueFalse } from './truefalse/grade';

const part = (id: number) => ({ id, text: spoken(`part ${id}`), picture: 'p.svg' });
const asked = { id: 1, ask: spoken('ask'), why: spoken('why') };
const choice: ChoiceQuestion = {
	...asked,
	kind: 'choice',
	options: [1, 2, 3].map((id) => ({ ...part(id), correct: id === 2 }))
};
const trueFalse: TrueFalseQuestion = {
	...asked,
	kind: 'truefalse',
	options: [1, 2].map((id) => ({ ...part(id), correct: id === 2 }))
};
const order: OrderQuestion = { ...asked, kind: 'order', steps: [part(3), part(1), part(2)] };

describe('an answer', () => {
	test.each([
		{ says: 'the right option is right', isRight: gradeChoice(choice, 2), expected: true },
		{ says: 'another option is not', isRight: gradeChoice(choice, 1), expected: false },
		{ says: 'an option that is not there is not', isRight: gradeChoice(choice, 9), expected: false },
		{
			says: '"Sai" is right where the sentence is false',
			isRight: gradeTrueFalse(trueFalse, 2),
			expected: true
		},
		{ says: '"Đúng" is not', isRight: gradeTrueFalse(trueFalse, 1), expected: false },
		{ says: 'the order of the lesson is right', isRight: gradeOrder(order, [3, 1, 2]), expected: true },
		{ says: 'another order is not', isRight: gradeOrder(order, [1, 2, 3]), expected: false },
		{ says: 'a part of the order is not', isRight: gradeOrder(order, [3, 1]), expected: false }
	])('$says', ({ isRight, expected }) => expect(isRight).toBe(expected));
});
