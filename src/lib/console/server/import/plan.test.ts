import { describe, expect, test } from 'vitest';
import { checkRows, type Asked, type GroupKnown } from './check-rows';
import { planOf } from './plan';
import { twinsOf, type KnownWoman } from './twins';

const peoples = [
	{ code: '02', name: 'Tày' },
	{ code: '08', name: 'Mông' },
	{ code: '12', name: 'Ê-đê' }
];
const groups: GroupKnown[] = [
	{ id: 'a', name: 'Nhóm Nà Chang', village: 'Nà Chang', archived: false },
	{ id: 'b', name: 'Nhóm cũ', village: '', archived: true },
	{ id: 'c', name: 'Nhóm Hoa', village: 'Nà Má', archived: false },
	{ id: 'd', name: 'Nhóm Hoa', village: 'Nà Bó', archived: false }
];
const asked: Asked = {
	columns: ['name', 'village', 'birthYear', 'group', 'ethnicity', 'household', 'disability', 'kind'],
	...{ group: '', groups, peoples, nowMs: Date.parse('2026-11-24') }
};
const check = (...rows: string[][]) =>
	checkRows(
		rows.map((cells, i) => ({ line: i + 2, cells })),
		asked
	);

describe('a cell that cannot be taken', () => {
	test.each([
		[['', '', '', 'Nhóm A'], 'name', 'name_missing'],
		[['=1+1', '', '', 'Nhóm A'], 'name', 'formula'],
		[['+84', '', '', 'Nhóm A'], 'name', 'formula'],
		[['-Lan', '', '', 'Nhóm A'], 'name', 'formula'],
		[['@Lan', '', '', 'Nhóm A'], 'name', 'formula'],
		[['Lan', '=x', '', 'Nhóm A'], 'village', 'formula'],
		[['Ẵ'.repeat(300), '', '', 'Nhóm A'], 'name', 'too_long'],
		[['12 34', '', '', 'Nhóm A'], 'name', 'no_letters'],
		[['Lan 0912 345 678', '', '', 'Nhóm A'], 'name', 'private_number'],
		[['Lan', '', '1890', 'Nhóm A'], 'birthYear', 'year_outside'],
		[['Lan', '', '2030', 'Nhóm A'], 'birthYear', 'year_outside'],
		[['Lan', '', '12/05/1990', 'Nhóm A'], 'birthYear', 'year_is_date'],
		[['Lan', '', '1990-05-12', 'Nhóm A'], 'birthYear', 'year_is_date'],
		[['Lan', '', '90', 'Nhóm A'], 'birthYear', 'year_unreadable'],
		[['Lan', '', '', ''], 'group', 'group_missing'],
		[['Lan', '', '', 'nhóm cũ'], 'group', 'group_closed'],
		[['Lan', '', '', 'Nhóm Hoa'], 'group', 'group_ambiguous'],
		[['Lan', '', '', 'Lớp A, Lớp B'], 'group', 'group_several'],
		[['Lan', '', '', 'A', 'Sao Hỏa'], 'ethnicity', 'ethnicity_unknown'],
		[['Lan', '', '', 'A', '', 'giàu'], 'household', 'household_unknown'],
		[['Lan', '', '', 'A', '', '', 'hơi hơi'], 'disability', 'disability_unknown']
	])('%j: %s %s', (cells, column, code) => {
		const { rows, faults } = check(cells);
		expect(faults).toEqual([expect.objectContaining({ line: 2, column, code })]);
		expect(rows).toEqual([]);
	});
});

test('a good row is tidy, composed and knows its group', () => {
	const { rows, faults } = check([
		...[
			' 1. Lò\u0000Thị  Mẩy '.normalize('NFD'),
			'Nà Chang',
			'1990.0',
			'na chang',
			"H'Mông",
			'Hộ cận nghèo',
			'Không'
		]
	]);
	expect(faults).toEqual([]);
	expect(rows).toEqual([
		{
			...{ line: 2, name: 'Lò Thị Mẩy', village: 'Nà Chang', place: '', into: { id: 'a' } },
			facts: { birthYear: 1990, ethnicity: '08', household: 'near-poor', disability: 'no' }
		}
	]);
});

test('commune, district and province are one place, the smallest first, and a district says that it is one', () => {
	const columns: Asked['columns'] = ['name', 'group', 'province', 'commune', 'district'];
	const cells = (place: string[]) => [{ line: 2, cells: ['A', 'Nhóm A', ...place] }];
	const placeOf = (...place: string[]) => checkRows(cells(place), { ...asked, columns }).rows[0]?.place;
	expect(placeOf('Bắc Kạn', 'Bằng Lũng', 'Chợ Đồn')).toBe('Bằng Lũng, Huyện Chợ Đồn, Bắc Kạn');
	expect(placeOf('', '', 'TX. Mường Lay')).toBe('TX. Mường Lay');
	expect(placeOf('', '', '')).toBe('');
	const { faults } = checkRows(cells(['=1+1', 'Ẵ'.repeat(200), '']), { ...asked, columns });
	expect(faults.map(({ column, code }) => [column, code])).toEqual([
		['commune', 'too_long'],
		['province', 'formula'],
		['commune', 'too_long']
	]);
});

test('two groups of one name are told apart by their village; a new one is made once', () => {
	const { rows } = check(
		['A', 'na ma', '', 'nhóm hoa'],
		['B', '', '', 'Nhóm Mới'],
		['C', '', '', 'nhóm MỚI']
	);
	expect(rows.map(({ into }) => into)).toEqual([{ id: 'c' }, { name: 'Mới' }, { name: 'Mới' }]);
});

test('the example and people who are no learners are passed over', () => {
	const found = check(['Ví dụ: Lò', '', '', 'A'], ['Cô', '', '', 'A', '', '', '', 'COACH']);
	expect(found).toEqual({ rows: [], faults: [], examples: 1, notLearners: 1 });
});

const known: KnownWoman[] = [
	{
		...{ id: 'w'.repeat(15), name: 'Lò Thị Mẩy', birthYear: 1990, picture: '' },
		groups: [{ id: 'a', name: 'Nhóm Nà Chang', village: 'Nà Chang' }]
	}
];

describe('who may be there already', () => {
	test.each([
		{ row: ['Lò Thị Mẩy', 'Nà Chang', '1990', 'X'], is: true },
		{ row: ['lo thi may', 'na chang', '', 'X'], is: true },
		{ row: ['Lò Thị Mẩy', '', '', 'X'], is: true },
		{ row: ['Lò Thị Mẩy', 'Nà Chang', '1991', 'X'], is: false },
		{ row: ['Lò Thị Mẩy', 'Nà Bó', '1990', 'X'], is: false },
		{ row: ['Lò Thị Mẩy', 'Nà Bó', '1990', 'Nhóm Nà Chang'], is: true },
		{ row: ['Lò Thị Mai', 'Nà Chang', '1990', 'X'], is: false }
	])('$row: $is', ({ row, is }) => {
		expect(twinsOf(check(row).rows, known)).toHaveLength(is ? 1 : 0);
	});

	test('a person decides, and what nobody said of stands open', () => {
		const { rows } = check(
			...[
				['Lò Thị Mẩy', '', '', 'X'],
				['Lan', '', '', 'X'],
				['Lan', '', '', 'Nhóm Nà Chang'],
				['Lò Thị Mẩy', '', '', 'Nhóm Nà Chang']
			]
		);
		const twins = twinsOf(rows, known);
		expect(twins.map(({ row }) => row.line)).toEqual([2, 4, 5]);
		const open = planOf(rows, twins, {}, '');
		expect(open.undecided).toHaveLength(3);
		const plan = planOf(rows, twins, { 2: `woman:${'w'.repeat(15)}`, 4: 'row:3', 5: 'row:2' }, '');
		expect(plan).toMatchObject({
			women: [{ line: 3, into: { name: 'X' } }],
			joining: [
				{ woman: { id: 'w'.repeat(15) }, into: { name: 'X' } },
				{ woman: { line: 3 }, into: { id: 'a' } }
			],
			...{ undecided: [], decided: 3, skipped: 0 }
		});
		expect(planOf(rows, twins, { 2: 'skip', 4: 'new', 5: 'row:2' }, '')).toMatchObject({ skipped: 2 });
		expect(planOf(rows, twins, { 2: `woman:${'z'.repeat(15)}` }, '').undecided).toHaveLength(3);
		expect(planOf(rows, twins, {}, 'same').undecided).toEqual([]);
	});
});

test('20,000 equal names do not hold the server up', () => {
	const rows = check(...Array.from({ length: 20_000 }, () => ['Lan', '', '', 'X'])).rows;
	const startedAt = performance.now();
	const twins = twinsOf(rows, known);
	expect(twins).toHaveLength(19_999);
	expect(planOf(rows, twins, {}, 'same')).toMatchObject({ already: 19_999, undecided: [] });
	expect(performance.now() - startedAt).toBeLessThan(5000);
});
