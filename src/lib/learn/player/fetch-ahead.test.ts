import { expect, test } from 'vitest';
import type { Lesson } from '$lib/domain/lesson';
import { spoken } from '../../../../tests/fixtures/catalog';
import { mediaOfStep } from './fetch-ahead';

const clip = spoken('x').vi.clip;
const part = (id: number, picture: string) => ({ id, text: spoken(picture), picture });
const lesson = {
	cards: [{ id: 1, say: spoken('one'), picture: 'one.svg' }],
	questions: [
		{ id: 1, ask: spoken('?'), why: spoken('!'), kind: 'order', steps: [part(1, 'a.svg'), part(2, 'b.svg')] }
	]
} as Pick<Lesson, 'cards' | 'questions'>;

test.each([
	{ says: 'a card its clip and picture', step: { kind: 'card', id: 1 } as const, names: [clip, 'one.svg'] },
	{
		says: 'a question its clip and all pictures',
		step: { kind: 'question', id: 1, attempt: 1 } as const,
		names: [clip, 'a.svg', 'b.svg']
	},
	{ says: 'the end nothing', step: undefined, names: [] },
	{ says: 'a card that is not there nothing', step: { kind: 'card', id: 9 } as const, names: [] }
])('needs of $says', ({ step, names }) => expect(mediaOfStep(step, lesson, 'vi')).toEqual(names));
