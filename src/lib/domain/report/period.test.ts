import { expect, test } from 'vitest';
import { monthsIn, periodBefore, periodOf, periodsToChoose, type Period } from './period';

const TODAY = '2026-11-24';
const asked = (code: string, from = '', to = '') => periodOf({ code, from, to }, TODAY);

test.each([
	['2026-11', '2026-11-01', '2026-11-30', '2026-10-01', '2026-10-24'],
	['2026-03', '2026-03-01', '2026-03-31', '2026-02-01', '2026-02-28'],
	['2026-Q4', '2026-10-01', '2026-12-31', '2026-07-01', '2026-08-24'],
	['2026-Q1', '2026-01-01', '2026-03-31', '2025-10-01', '2025-12-31'],
	['2024', '2024-01-01', '2024-12-31', '2023-01-01', '2023-12-31'],
	['2026', '2026-01-01', '2026-12-31', '2025-01-01', '2025-11-24']
])('%s is %s to %s, and before it %s to %s', (code, from, to, beforeFrom, beforeTo) => {
	expect(asked(code)).toEqual({ code, from, to });
	expect(periodBefore(asked(code) as Period, TODAY)).toEqual({ from: beforeFrom, to: beforeTo });
});

test('two days that somebody chose have as many before them', () => {
	const period = asked('days', '2026-11-11', '2026-11-20') as Period;
	expect(period).toMatchObject({ from: '2026-11-11', to: '2026-11-20' });
	expect(periodBefore(period, TODAY)).toEqual({ from: '2026-11-01', to: '2026-11-10' });
	const open = asked('days', '2026-11-21', '2026-11-30') as Period;
	expect(periodBefore(open, TODAY)).toEqual({ from: '2026-11-11', to: '2026-11-14' });
});

test.each([
	['2026-13', '', '', 'period_unknown'],
	['2026-Q5', '', '', 'period_unknown'],
	['1999', '', '', 'period_unknown'],
	['', '', '', 'period_unknown'],
	["'; DROP", '', '', 'period_unknown'],
	['2026-12', '', '', 'period_future'],
	['2027', '', '', 'period_future'],
	['days', '2026-02-31', '2026-03-01', 'period_faulty'],
	['days', '2026-03-02', '2026-03-01', 'period_faulty'],
	['days', '', '2026-03-01', 'period_faulty'],
	['days', '2026-11-25', '2026-12-01', 'period_future'],
	['days', '2001-01-01', '2026-11-01', 'period_too_long']
])('%s %s %s is refused: %s', (code, from, to, problem) => expect(asked(code, from, to)).toBe(problem));

test('months are cut to the days', () => {
	expect(monthsIn({ from: '2025-12-20', to: '2026-02-03' })).toEqual([
		{ code: '2025-12', from: '2025-12-20', to: '2025-12-31' },
		{ code: '2026-01', from: '2026-01-01', to: '2026-01-31' },
		{ code: '2026-02', from: '2026-02-01', to: '2026-02-03' }
	]);
});

test('can be chosen without typing', () => {
	const { months, quarters, years } = periodsToChoose('2026-02-03');
	expect(months.slice(0, 3)).toEqual(['2026-02', '2026-01', '2025-12']);
	expect(quarters).toEqual(['2026-Q1', '2025-Q4', '2025-Q3', '2025-Q2', '2025-Q1', '2024-Q4']);
	expect(years).toEqual(['2026', '2025', '2024']);
});
