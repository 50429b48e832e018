import { describe, expect, test } from 'vitest';
import { LOOK_AGAIN_DAYS, stands, tonight, type NeedMark } from './evening';
import { needKey, type InNeed, type Need } from './needs';

const DAY = 86_400_000;
/** Nine in the evening in Vietnam. */
const EVENING = Date.UTC(2026, 10, 24, 14);
const stuck = (lastAtMs: number): Need => ({
	...{ kind: 'stuck', lesson: 'a', question: 1, wrong: 3, toDo: ['listen'] },
	...{ sinceMs: EVENING - 9 * DAY, lastAtMs }
});
const quiet: Need = { kind: 'quiet', days: 20, sinceMs: EVENING - 20 * DAY, toDo: ['call'] };
const mark = (need: Need, kind: NeedMark['mark'], atMs = EVENING): NeedMark => ({
	learner: 'mai',
	need: needKey(need),
	mark: kind,
	atMs
});

describe('tonight', () => {
	test('what was put off comes back the next day, not at the next look', () => {
		expect(stands(quiet, mark(quiet, 'later'), EVENING + 60_000)).toBe(false);
		expect(stands(quiet, mark(quiet, 'later'), EVENING + 2 * 3_600_000)).toBe(false);
		expect(stands(quiet, mark(quiet, 'later'), EVENING + 3 * 3_600_000)).toBe(true);
	});
	test('what was dealt with comes back when it happens again, or after a week', () => {
		const done = mark(stuck(EVENING - 1), 'done');
		expect(stands(stuck(EVENING - 1), done, EVENING + DAY)).toBe(false);
		expect(stands(stuck(EVENING + 1), done, EVENING + DAY)).toBe(true);
		expect(stands(stuck(EVENING - 1), done, EVENING + LOOK_AGAIN_DAYS * DAY)).toBe(true);
		expect(stands(quiet, mark(quiet, 'done'), EVENING + DAY)).toBe(false);
	});
	test('a mark is for one need of one woman', () => {
		const women = ['mai', 'hoa'].map((id): InNeed<{ id: string }> => ({
			woman: { id },
			needs: [stuck(EVENING - 1), quiet] as [Need, Need]
		}));
		const list = tonight(women, [mark(quiet, 'done')], EVENING);
		expect(list.map(({ woman, needs }) => [woman.id, needs.map(({ kind }) => kind)])).toEqual([
			['mai', ['stuck']],
			['hoa', ['stuck', 'quiet']]
		]);
		const both = [mark(quiet, 'done'), mark(stuck(0), 'later')];
		expect(tonight(women, both, EVENING).map(({ woman }) => woman.id)).toEqual(['hoa']);
	});
});
