import { weekStartMs } from '$lib/domain/week';
import type { WeekFigures } from '$lib/server/repositories/seeing';
import type { Rhythm } from '../bar-plot';
import { barPlot } from './bar-plot';

const SIZE = { width: 300, height: 96 };

/** The weeks of some women as two plots: who was there, of all of them, and how many lessons they finished. */
export function rhythmOf(weeks: readonly WeekFigures[], women: number): Rhythm {
	const active = weeks.map((week) => week.active);
	const done = weeks.map((week) => week.done);
	return {
		weeks: weeks.map(({ week, ...figures }) => ({ startMs: weekStartMs(week), ...figures })),
		active: barPlot(active, Math.max(women, ...weeks.map((week) => week.women)), SIZE),
		done: barPlot(done, Math.max(1, ...done), SIZE)
	};
}
