import type { WeekFigures } from '$lib/server/repositories/seeing';
import type { GroupBeside } from '../overview';
import { barPlot } from './bar-plot';

const SIZE = { width: 200, height: 64 };
/** What is looked at for a mean: this week is not over. */
const WEEKS_OF_MEAN = 4;

type Counted = { id: string; name: string; women: number; weeks: readonly WeekFigures[] };

/**
 * Groups beside each other: each counted per woman who was in it that week, all on one scale, in the order in which they are given. No group
 * is placed before another for its figures, and no woman is to be seen in them.
 */
export function groupsBeside(groups: readonly Counted[]): GroupBeside[] {
	const counted = groups.map(({ id, name, women, weeks }) => ({
		...{ id, name, women },
		shares: weeks.map((week) => percent(week.active, week.women)),
		each: weeks.map((week) => tenths(week.women ? week.done / week.women : 0))
	}));
	const top = Math.max(1, ...counted.flatMap(({ each }) => each));
	return counted.map(({ id, name, women, shares, each }) => ({
		...{ id, name, women },
		share: barPlot(shares, 100, SIZE),
		perWoman: barPlot(each, top, SIZE),
		means: { share: Math.round(meanOf(shares)), perWoman: tenths(meanOf(each)) }
	}));
}

const percent = (part: number, whole: number) => (whole ? Math.round((part / whole) * 100) : 0);
const tenths = (value: number) => Math.round(value * 10) / 10;

function meanOf(weeks: readonly number[]): number {
	const past = weeks.slice(-WEEKS_OF_MEAN - 1, -1);
	return past.reduce((sum, value) => sum + value, 0) / Math.max(1, past.length);
}
