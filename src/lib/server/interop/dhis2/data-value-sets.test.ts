import { expect, test } from 'vitest';
import type { MembershipRow } from '../measures';
import { dataValuesCsv } from './as-csv';
import { dataValueSet } from './data-value-sets';

const woman = (n: number, group: string, rest: Partial<MembershipRow> = {}): MembershipRow => ({
	...{ group, learner: `w${n}`, joinedAtMs: 0, active: false, completed: [], badges: 0 },
	...rest
});
const groups = [
	{ id: 'a', place: 'Xuân Dương' },
	{ id: 'b', place: 'xuân dương' },
	{ id: 'c', place: 'Nà Chang' }
];
const rows = [
	...Array.from({ length: 12 }, (_, n) => woman(n, n < 6 ? 'a' : 'b', { active: n < 6, badges: n < 2 ? 1 : 0 })),
	// In both groups of the place: one woman.
	woman(0, 'b', { active: true, badges: 1 }),
	...Array.from({ length: 4 }, (_, n) => woman(100 + n, 'c', { active: true }))
];
const made = dataValueSet(rows, groups, { month: '2026-11', completeDate: '2026-12-01' });

test('is what DHIS2 takes: each woman once a place, small cells left out', () => {
	expect(made.set).toEqual({
		dataSet: 'BAN_MAY_MONTHLY',
		completeDate: '2026-12-01',
		period: '202611',
		dataValues: [
			{ dataElement: 'BAN_MAY_ENROLLED', orgUnit: 'XUAN-DUONG', value: 12 },
			{ dataElement: 'BAN_MAY_ACTIVE', orgUnit: 'XUAN-DUONG', value: 6 },
			{ dataElement: 'BAN_MAY_COMPLETED', orgUnit: 'XUAN-DUONG', value: 0 }
		]
	});
	// Two badges in Xuân Dương, and all four cells of the four women of Nà Chang.
	expect(made.hidden).toBe(5);
});

test('is the same as CSV', () => {
	expect(dataValuesCsv(made.set).split('\n')).toEqual([
		'dataelement,period,orgunit,categoryoptioncombo,attributeoptioncombo,value',
		'BAN_MAY_ENROLLED,202611,XUAN-DUONG,,,12',
		'BAN_MAY_ACTIVE,202611,XUAN-DUONG,,,6',
		'BAN_MAY_COMPLETED,202611,XUAN-DUONG,,,0',
		''
	]);
});
