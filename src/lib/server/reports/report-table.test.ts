import { expect, test } from 'vitest';
import type { MembershipRow } from '../interop/measures';
import { reportTable } from './report-table';

let next = 0;
const women = (n: number, group: string, rest: Partial<MembershipRow> = {}): MembershipRow[] =>
	Array.from({ length: n }, () => ({
		...{ group, learner: `w${next++}`, joinedAtMs: 0, active: false, completed: [], badges: 0 },
		...rest
	}));
const label = (group: string) => group.toUpperCase();

test('counts by place, and each woman once in the total', () => {
	const rows = [...women(10, 'a', { active: true }), ...women(20, 'b', { completed: ['c'] })];
	const twice = rows.slice(0, 10).map((row) => ({ ...row, group: 'b' }));
	expect(reportTable([...rows, ...twice], label)).toEqual({
		rows: [
			{ label: 'A', enrolled: 10, active: 10, completed: 0, badges: 0 },
			{ label: 'B', enrolled: 30, active: 10, completed: 20, badges: 0 }
		],
		total: { enrolled: 30, active: 10, completed: 20, badges: 0 }
	});
});

test('a small place is hidden, and cannot be found out from the total', () => {
	const { rows, total } = reportTable([...women(3, 'a'), ...women(8, 'b'), ...women(20, 'c')], label);
	expect(total.enrolled).toBe(31);
	expect(rows.map(({ enrolled }) => enrolled)).toEqual([null, null, 20]);
});

test('two hidden places protect each other', () => {
	const { rows } = reportTable([...women(3, 'a'), ...women(4, 'b'), ...women(20, 'c')], label);
	expect(rows.map(({ enrolled }) => enrolled)).toEqual([null, null, 20]);
});

test('nobody at all is an empty table', () => {
	expect(reportTable([], label)).toEqual({
		rows: [],
		total: { enrolled: 0, active: 0, completed: 0, badges: 0 }
	});
});
