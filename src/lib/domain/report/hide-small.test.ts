import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countFigures, type FigureRow, type FigureRows } from './count';
import type { Figure, Table } from './figures';
import { hideSmall, SMALLEST_SHOWN, type ShownTable } from './hide-small';

type Place = { women: number; parts: Partial<Record<Figure, number>> };

/** Women of each place, the first of them counted in each part. */
function tableOf(places: readonly Place[]): Table {
	const rows: Partial<Record<Figure, FigureRow[]>> = {};
	for (const [place, { women, parts }] of places.entries())
		for (const [figure, n = 0] of Object.entries({ enrolled: women, ...parts }))
			for (let woman = 0; woman < Math.min(n, women); woman++)
				(rows[figure as Figure] ??= []).push([String(place), `${place}-${woman}`, '', 1, 1]);
	return countFigures(rows as FigureRows, (group) => group);
}
const valuesOf = ({ lines }: ShownTable, figure: Figure) =>
	lines.map(({ cells }) => cells[figure]?.value ?? null);

describe('what leaves the console', () => {
	test.each<{ what: string; enrolled: number[]; shown: (number | null)[]; total: number | null }>([
		{ what: 'large places are told', enrolled: [8, 20], shown: [8, 20], total: 28 },
		{
			what: 'a small one is hidden, and another with it',
			enrolled: [3, 8, 20],
			shown: [null, null, 20],
			total: 31
		},
		{
			what: 'two that are five together protect each other',
			enrolled: [3, 4, 20],
			shown: [null, null, 20],
			total: 27
		},
		{
			what: 'two that are four together do not',
			enrolled: [1, 3, 6, 20],
			shown: [null, null, null, 20],
			total: 30
		},
		{ what: 'with nothing else to hide, the total goes', enrolled: [3, 0, 0], shown: [null], total: null },
		{ what: 'nobody at all is told', enrolled: [], shown: [], total: 0 }
	])('$what', ({ enrolled, shown, total }) => {
		const table = hideSmall(tableOf(enrolled.map((women) => ({ women, parts: {} }))));
		expect(valuesOf(table, 'enrolled')).toEqual(shown);
		expect(table.total.enrolled?.value ?? null).toBe(total);
	});

	test('a rest of two is hidden like two', () => {
		const table = hideSmall(
			tableOf([
				{ women: 30, parts: { completed: 28, active: 30, badges: 0 } },
				{ women: 20, parts: { completed: 10, active: 15, badges: 10 } },
				{ women: 25, parts: { completed: 12, active: 15, badges: 10 } }
			])
		);
		expect(valuesOf(table, 'completed')).toEqual([null, null, 12]);
		expect(valuesOf(table, 'active')).toEqual([30, 15, 15]);
		expect(valuesOf(table, 'badges')).toEqual([0, 10, 10]);
	});

	test('a part of those who were asked is looked at beside these, too', () => {
		const parts = { asked30: 12, answered30: 12, sells30: 9 };
		const table = hideSmall(
			tableOf([
				{ women: 40, parts },
				{ women: 40, parts: { ...parts, sells30: 6 } }
			])
		);
		expect(valuesOf(table, 'sells30')).toEqual([null, null]);
		expect(table.total.sells30?.value).toBe(15);
	});

	const place = fc.record({
		women: fc.integer({ min: 0, max: 14 }),
		parts: fc.record({ active: fc.nat(14), asked30: fc.nat(14), sells30: fc.nat(14), orders: fc.nat(14) })
	});
	const places = fc.array(place, { minLength: 1, maxLength: 6 }).map((all) =>
		all.map(({ women, parts }) => ({
			women,
			parts: { ...parts, sells30: Math.min(parts.sells30, parts.asked30) }
		}))
	);

	test('tells of no fewer than five women, neither by itself nor by subtraction', () => {
		const isSmall = (n: number) => n > 0 && n < SMALLEST_SHOWN;
		fc.assert(
			fc.property(places, (made) => {
				const table = tableOf(made);
				const shown = hideSmall(table);
				for (const figure of ['enrolled', 'active', 'asked30', 'sells30', 'orders'] as const) {
					for (const cells of [...shown.lines.map(({ cells }) => cells), shown.total]) {
						const women = cells[figure]?.women ?? 0;
						expect(isSmall(women)).toBe(false);
						for (const whole of ['enrolled', 'asked30'] as const)
							if (cells[figure] && (whole === 'enrolled' || figure === 'sells30'))
								expect(cells[whole] && !isSmall(cells[whole].women - women)).toBe(true);
					}
					const whole = shown.total[figure];
					if (!whole) continue;
					const told = shown.lines.flatMap(({ cells }) => cells[figure]?.women ?? []);
					const hidden = shown.lines.length - told.length;
					expect(hidden).not.toBe(1);
					// What is left over when all that is told is taken from the total.
					expect(isSmall(whole.women - told.reduce((sum, n) => sum + n, 0))).toBe(false);
				}
			}),
			{ numRuns: 200 }
		);
	});

	test('a hidden line could have been more or less: its neighbours do not pin it down', () => {
		fc.assert(
			fc.property(fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 6 }), (sizes) => {
				const shown = hideSmall(tableOf(sizes.map((women) => ({ women, parts: {} }))));
				const hidden = sizes.filter((_, at) => shown.lines[at]?.cells.enrolled === null);
				if (shown.total.enrolled === null || hidden.length === 0) return;
				// Known is their sum, and that none of them is nobody.
				const sum = hidden.reduce((all, n) => all + n, 0);
				const atMost = sum - (hidden.length - 1);
				expect(atMost).toBeGreaterThan(1);
				if (hidden.every((n) => n < SMALLEST_SHOWN)) expect(sum).toBeLessThan(hidden.length * 4);
			}),
			{ numRuns: 300 }
		);
	});
});
