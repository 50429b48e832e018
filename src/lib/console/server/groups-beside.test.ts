import { describe, expect, test } from 'vitest';
import { barPlot } from './bar-plot';
import { groupsBeside } from './groups-beside';

const weeks = (women: number, ...figures: [active: number, done: number][]) =>
	figures.map(([active, done], week) => ({ week, women, active, done }));

describe('groups beside each other', () => {
	const [large, small] = groupsBeside([
		{
			id: 'a',
			name: 'Nà Chang',
			women: 20,
			weeks: weeks(20, [10, 20], [20, 40], [10, 20], [20, 40], [5, 5], [1, 0])
		},
		{ id: 'b', name: 'Bản Hon', women: 2, weeks: weeks(2, [2, 8], [0, 0], [1, 1], [1, 1], [2, 2], [0, 0]) }
	]);

	test('are counted per woman', () => {
		expect(large?.share.bars.map(({ value }) => value)).toEqual([50, 100, 50, 100, 25, 5]);
		expect(large?.perWoman.bars.map(({ value }) => value)).toEqual([1, 2, 1, 2, 0.3, 0]);
	});

	test('have one scale: as high means as much, in whichever group', () => {
		const heights = (group: typeof large) => group?.perWoman.bars.map(({ height }) => height) ?? [];
		expect(heights(small)[0]).toBe(48);
		expect(heights(large)[1]).toBe(24);
	});

	test('are counted by who was in the group that week, and a week without anybody is nobody', () => {
		const [group] = groupsBeside([
			{
				...{ id: 'a', name: 'A', women: 3 },
				weeks: [
					{ week: 1, women: 0, active: 0, done: 0 },
					{ week: 2, women: 10, active: 5, done: 30 },
					{ week: 3, women: 3, active: 3, done: 3 }
				]
			}
		]);
		expect(group?.share.bars.map(({ value }) => value)).toEqual([0, 50, 100]);
		expect(group?.perWoman.bars.map(({ value }) => value)).toEqual([0, 3, 1]);
	});

	test('have means over four weeks, this one not among them', () => {
		expect(large?.means).toEqual({ share: 69, perWoman: 1.3 });
	});

	test('stand in the order in which they came, whatever their figures', () => {
		const names = groupsBeside([
			{ id: 'a', name: 'A', women: 1, weeks: weeks(1, [0, 0]) },
			{ id: 'b', name: 'B', women: 1, weeks: weeks(1, [1, 9]) }
		]).map(({ name }) => name);
		expect(names).toEqual(['A', 'B']);
	});
});

describe('a plot', () => {
	const size = { width: 100, height: 116 };
	test('stands on its line, inside its frame, with room for the numbers', () => {
		const { bars } = barPlot([0, 5, 10], 10, size);
		expect(bars.map(({ y, height }) => y + height)).toEqual([116, 116, 116]);
		expect(bars.map(({ height }) => height)).toEqual([0, 50, 100]);
		expect(bars[0]?.x).toBe(0);
		const last = bars[2];
		expect((last?.x ?? 0) + (last?.width ?? 0)).toBeCloseTo(100, 0);
	});
	test.each([{ values: [] }, { values: [0, 0] }])('of nothing is no trouble: $values', ({ values }) => {
		expect(barPlot(values, 0, size).bars.map(({ height }) => height)).toEqual(values);
	});
});
