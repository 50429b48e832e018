import { expect, test } from 'vitest';
import { spoken } from '../../../../tests/fixtures/catalog';
import { firstUnheard, groupSteps, type GroupStep } from './plan';

const lesson = { cards: [{ id: 1 }, { id: 4 }], questions: [{ id: 2 }], discuss: spoken('Hỏi nhau?') };
const shown = (step: GroupStep) => ('id' in step ? `${step.kind} ${step.id}` : step.kind);

test('cards, time to talk, each question and why', () =>
	expect(groupSteps(lesson).map(shown)).toEqual(['card 1', 'card 4', 'talk', 'ask 2', 'why 2']));
test('a lesson without a prompt goes on at once', () =>
	expect(groupSteps({ cards: lesson.cards, questions: [] }).map(shown)).toEqual(['card 1', 'card 4']));

test.each([
	{ says: 'nothing was heard', heard: [], is: 0 },
	{ says: 'the second was skipped', heard: [1], is: 1 },
	{ says: 'all was heard', heard: [4, 1], is: null }
])('$says: $is', ({ heard, is }) => expect(firstUnheard(groupSteps(lesson), new Set(heard))).toBe(is));
