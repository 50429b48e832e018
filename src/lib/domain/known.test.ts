import { expect, test } from 'vitest';
import { FEWEST_ANSWERS, knownOf, type KnownRow } from './known';

const row = (question: number, rest: Partial<KnownRow> = {}): KnownRow => ({
	...{ lesson: 'a', question, after: 30, isLeftOut: false, women: 10, right: 5 },
	...rest
});

test('adds up over all, by question and by half', () => {
	const { all, questions, halves } = knownOf([
		row(1),
		row(1, { isLeftOut: true, right: 2 }),
		row(1, { after: 60 })
	]);
	expect(all).toEqual({ 30: { asked: 20, right: 7 }, 60: { asked: 10, right: 5 } });
	expect(questions).toEqual([{ lesson: 'a', question: 1, ...all }]);
	expect(halves.reviewed[30]).toEqual({ asked: 10, right: 5, isTooFew: true });
	expect(halves.leftOut[30]).toEqual({ asked: 10, right: 2, isTooFew: true });
});

test('the least known comes first, and one slip of one woman is not the least', () => {
	const rows = [row(1, { right: 9 }), row(2, { right: 1 }), row(3, { women: 1, right: 0 })];
	expect(knownOf(rows).questions.map(({ question }) => question)).toEqual([2, 3, 1]);
});

test('says from how many answers on a half is enough', () => {
	const of = (women: number) => knownOf([row(1, { women, right: women })]).halves.reviewed[30].isTooFew;
	expect([of(FEWEST_ANSWERS - 1), of(FEWEST_ANSWERS)]).toEqual([true, false]);
});

test('of nothing there is nothing', () => {
	expect(knownOf([])).toMatchObject({ all: { 30: { asked: 0, right: 0 } }, questions: [] });
});
