import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { furthest, isEnded, MAX_DEAL, nextSteps, stepFault, STEPS, type Happened } from './introduction';

const range = { today: '2026-11-24', oldest: '2025-10-20' };
const at = (day: string, step: Happened['step']): Happened => ({ day, step });
const met = [at('2026-11-01', 'proposed'), at('2026-11-10', 'met')];
const fault = (happened: Happened[], step: string, day = '2026-11-20', amount = 0) =>
	stepFault('trade', happened, { step, day, amount }, range);

describe('a step', () => {
	test.each([
		{ what: 'the next', step: 'talked', is: null },
		{ what: 'one further on: what came between was left out', step: 'order', is: null },
		{ what: 'one that has been passed', step: 'proposed', is: 'step_order' },
		{ what: 'the same again', step: 'met', is: 'step_order' },
		{ what: 'a mentor’s', step: 'session', is: 'step_unknown' },
		{ what: 'none at all', step: '', is: 'step_unknown' },
		{ what: "an object's own name", step: 'constructor', is: 'step_unknown' },
		{ what: 'tomorrow', step: 'talked', day: '2026-11-25', is: 'day_future' },
		{ what: 'before what has happened', step: 'talked', day: '2026-11-09', is: 'day_before' },
		{ what: 'years ago', step: 'talked', day: '2020-01-01', is: 'day_old' },
		{ what: 'no day of a calendar', step: 'talked', day: '2026-02-30', is: 'day_faulty' },
		{ what: 'no day', step: 'talked', day: 'hôm qua', is: 'day_faulty' },
		{ what: 'an order of a handful of đồng', step: 'order', amount: 999, is: 'deal_low' },
		{ what: 'an order of half a đồng', step: 'order', amount: 1500.5, is: 'deal_low' },
		{ what: 'an order of ten billion', step: 'order', amount: 10_000_000_000, is: 'deal_high' },
		{ what: 'the largest', step: 'agreement', amount: MAX_DEAL, is: null }
	])('$what: $is', ({ step, day, amount, is }) => expect(fault(met, step, day, amount)).toBe(is));

	test('that it was met before it was written down is no trouble: it was', () => {
		expect(fault([at('2026-11-20', 'proposed')], 'met', '2026-11-10')).toBeNull();
	});
	test('a second order may come, and after an agreement none is an order', () => {
		const ordered = [...met, at('2026-11-12', 'order')];
		expect(fault(ordered, 'order')).toBeNull();
		expect(fault([...ordered, at('2026-11-13', 'agreement')], 'order')).toBe('step_order');
	});
	test('nothing after its end, until it is taken up again', () => {
		const ended = [...met, at('2026-11-12', 'ended')];
		expect(isEnded(ended)).toBe(true);
		expect(fault(ended, 'talked')).toBe('step_ended');
		expect(fault([...ended, at('2026-11-15', 'resumed')], 'talked')).toBeNull();
	});
});

test('whatever is noted in an allowed order, it never goes back', () => {
	fc.assert(
		fc.property(
			fc.constantFrom('trade' as const, 'mentor' as const),
			fc.array(fc.nat(5), { maxLength: 12 }),
			(sort, choices) => {
				let happened: Happened[] = [at('2026-11-01', 'proposed')];
				for (const choice of choices) {
					const open = nextSteps(sort, happened);
					const step = open[choice % (open.length || 1)];
					if (!step) break;
					const order: readonly string[] = STEPS[sort];
					expect(order.indexOf(step)).toBeGreaterThanOrEqual(order.indexOf(furthest(sort, happened)));
					happened = [...happened, at('2026-11-02', step)];
					expect(furthest(sort, happened)).toBe(step);
				}
			}
		)
	);
});
