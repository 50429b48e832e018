import { describe, expect, test } from 'vitest';
import type { PartOf } from '$lib/domain/practice';
import { pathFrom } from '../path';
import { signs } from './model';

const spoken = (text: string) => ({
	vi: { text, clip: `${'a'.repeat(64)}.ogg`, ms: 1, bytes: 1, voice: 'synthetic' as const }
});
const part: PartOf<'signs'> = {
	...{ engine: 'signs', say: spoken('Ở đâu?'), quote: spoken('Bấm vào đây.') },
	marks: [{ text: spoken('Họ giục.') }, { text: spoken('Đường dẫn lạ.'), at: { x: 1, y: 2 } }]
};
const after = (...moves: string[]) =>
	moves.reduce((state, move) => signs.step(part, state, move).state, signs.start(part));

describe('what gives a trick away', () => {
	test('is found in any order, each once, and then it goes on', () => {
		expect(pathFrom(part, signs.start(part))).toEqual(['mark:0', 'mark:1', 'done']);
		expect(signs.hint(part, after('mark:1', 'mark:0'))).toBe('done');
		expect(signs.hint(part, after('mark:1', 'mark:0', 'done'))).toBeUndefined();
		expect(signs.step(part, after('mark:0'), 'mark:0').verdict).toBe('free');
	});
	test.each(['done', 'mark:2', 'mark:x', 'reply:0', ''])('%s means nothing before all are found', (move) => {
		expect(signs.step(part, after('mark:0'), move)).toEqual({ state: after('mark:0'), verdict: 'free' });
	});
	test('no tap is a wrong one', () => {
		for (const move of ['mark:0', 'mark:1', 'done', 'mark:9'])
			expect(signs.step(part, signs.start(part), move).verdict).not.toBe('wrong');
	});
});
